/** Words of names as tools report them, folded: lower case, no accents. Lists are joined by blanks to stay readable. */
const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Say for which processor a build is, never what it is. */
export const architectureWords = set(`
  x64 x86 x32 amd64 i386 i486 i586 i686 ia64 arm arm64 armhf aarch64 win32 win64 64bit 32bit noarch intel64 64bits 32bits x8664
`);

export const languageWords = set(`
  deutsch german allemand tedesco aleman duits english englisch anglais inglese ingles engels french francais franzosisch francese frances frans
  spanish spanisch espagnol espanol spagnolo italian italienisch italien italiano dutch niederlandisch nederlands neerlandais polish polnisch polski
  portuguese portugiesisch portugais portugues czech tschechisch danish danisch dansk swedish schwedisch svenska finnish norwegian hungarian russian
  chinese japanese korean turkish greek romanian ukrainian slovak croatian bulgarian multilingual multilanguage mehrsprachig multilingue international
  mui enu deu fra esn ita nld plk chs cht jpn kor rus ptb ptg csy hun sve dan fin nor
`);

/** Codes that stand for a language when the name sets them apart; alone they are too short to trust. */
export const languageCodes = set('de en fr es it nl pl pt cs da sv fi nb no nn hu ru uk ro sk sl hr bg el tr ja ko zh ca et lt lv ga is mt eu gl sr he ar');

/** Say which edition, build or way of installing is meant: the product stays the same. */
export const neutralWords = set(`
  edition editions ausgabe version ver vers v release rev revision build buildnummer patch patchlevel level update upd r
  professional professionnel professionell pro proplus profi plus standard std enterprise entreprise ent home business premium ultimate personal personnel
  community education edu academic student etudiant schule basic essentials essential starter famille familiale petite petites small retail oem volume vl
  trial testversion evaluation eval demo free kostenlos gratuit gratuite licensed lizenz licence license full light limited
  beta alpha preview rc insider insiders ltsc ltsb lts esr stable final ga ce ee se cc dc hb current classic neu new
  setup installer installation install machine wide machinewide msi exe user users utilisateur benutzer only remove uninstall per all system system-wide
  bit bits windows win desktop bureau app application anwendung software program programm suite portable standalone
  and et und y the a le la les der die das of du sp service pack quality hotpatch ap systems perpetual subscription abonnement abo
  plan cumulative kumulatives kumulative cumulatif cumulative with mit avec con developer entwickler n kn
  cal cals device gerate appareil core cores kern kerne coeur coeurs licences licenses lizenzen pme pmes ltsr
  mac macos osx linux ubuntu debian gnu compatible
`);

/** Prepositions: neutral before the name of a system, otherwise they lead to something the product is only made for. */
export const prepositions = set('for fur pour per para voor von by from');
export const systemNames = set('windows win win10 win11 macos mac linux desktop microsoft x64 x86 64 32');

/** Say that the thing belongs to a product but is not the product. */
export const companionWords = set(`
  viewer visionneuse betrachter reader lecteur sdk ddk wdk api apis cli toolkit tool tools outil outils werkzeug werkzeuge utility utilities utilitaire
  driver drivers treiber pilote pilotes odbc jdbc oledb provider connector connecteur konnektor bridge gateway agent agents proxy
  plugin plugins plug addin addins addon addons add extension extensions erweiterung module modul component components komponente komponenten composant
  composants runtime runtimes redistributable redistributables redist library libraries bibliothek bibliotheque framework interop assemblies assembly
  pack compatibility kompatibilitat compatibilite converter convertisseur konverter importer exporter export import filter template templates vorlagen
  modeles sample samples beispiele documentation help hilfe aide manual handbuch tutorial dictionary dictionaries worterbuch font fonts schriften
  language linguistique sprachpaket proof proofing korrekturhilfen management manager administration admin console konsole monitor browser writer
  complement complements komplement client clients launcher updater assistant assistent helper service services policies policy objects types parser emulator simulator debugger profiler
  explorer designer builder studio compact express lite localdb migration migrator cleaner backup recovery repair uninstaller deinstaller removal
  activator kms keyfinder integration integrator connect sync synchronizer sidebar toolbar shell scripts wizard center rooms room phone meeting
  printer drucker imprimante downloader mobile web online live server code insights copilot bootstrapper metadata shared native feature features prerequisites prerequisite
`);

/** Legal forms and words of a kind; what is left names the publisher. */
export const legalForms = set(`
  inc incorporated corp corporation ltd limited llc llp plc gmbh ag kg kgaa ohg gbr ug mbh co company cie sa sas sarl srl spa bv nv ab as oy oyj aps kk
  pty pte sro se ev eu sl lda sia s a e u v r l o n cn o ou l st c group gruppe groupe holding holdings international technologies technology systems
  software the team project developers contributors foundation stiftung
`);

/**
 * Companions with which a program of a small maker shows on a desk: `OK.FIS Client` is OK.FIS. Of a big maker they name
 * something else: SQL Server's native client is no SQL Server.
 */
export const deskWords = set('client clients poste webclient smartclient arbeitsplatz web online');

/** Names of programs that are words of every day or names of other programs: alone they need an agreeing publisher. */
export const everydayWords = set(`
  element signal brave squid git gnome orca kate meld rocky galene teleport foreman stalwart piler sympa wine remmina marble
  evolution mumble calibre asterisk samba midpoint prometheus redis vim opera notion slack docker flow stream paint word excel
  joplin krita koha everything sage session magnus carl canis suffrage elise atal zeus sina vis mach dragon jaws exceed rumba loga
  faust georg nest magellan libero littera scratch autopsy totem cobra isabel wire ditto cordial diamant edt ruby perl go tanium planon cadenza nexus laps cmi
`);

/** Spellings that mean the same inside a product's name; the index knows the one on the right alone. */
export const sameWords: ReadonlyMap<string, string> = new Map([
  ['und', 'and'],
  ['et', 'and'],
  ['fur', 'for'],
  ['pour', 'for'],
  ['ohne', 'no'],
  ['sans', 'no'],
  ['mit', 'with'],
  ['avec', 'with'],
  ['ewr', 'eea'],
  ['eee', 'eea'],
]);
