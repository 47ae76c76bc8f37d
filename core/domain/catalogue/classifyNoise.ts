import type { CleanName } from './cleanName.ts';
import type { NoiseRule } from './match.ts';

/**
 * Phrases of whole words that say a row is no product of its own, by the rule they belong to. Earlier rules speak first:
 * an update of a runtime is a patch. `*` at the end of a word stands for any ending.
 */
const phrases: readonly (readonly [NoiseRule, string])[] = [
  [
    'patch',
    `
    hotfix|hotfix for|hotfixes|security update|security updates|sicherheitsupdate|sicherheitsupdates|sicherheitsaktualisierung|update for|update rollup|updates for
    update fur|updates fur|aktualisierung fur|mise a jour pour|mise a jour de securite|mise a jour cumulative|mise a jour du|mises a jour|correctif|correctifs
    correctif logiciel|cumulative update for|kumulatives update fur|definition update|definitionsupdate|servicing stack|feature update|funktionsupdate|service pack for
    gdr|qfe|critical update|wichtiges update|aktualizace pro|aktualizace zabezpeceni|actualizacion de seguridad|actualizacion para|aggiornamento della protezione
    malicious software removal|suppression de logiciels malveillants|entfernen bosartiger software|aggiornamento per|beveiligingsupdate|update voor|poprawka|aktualizacja|sakerhetsuppdatering|rollup for`,
  ],
  [
    'sdkPart',
    `
    sdk|sdks|ddk|wdk|software development kit|driver kit|development kit|targeting pack|multi targeting|multitargeting|apphost pack|toolset|intellisense|toolchain
    assessment and deployment kit|assessment and deployment|debugging tools|debuggers|application verifier|headers and libs|headers and libraries|scriptdom|t sql
    clr types|types clr|management objects|objets de gestion|verwaltungsobjekte|interop assemblies|primary interop|workload|manifest|templates|project templates
    standard library|core interpreter|pip bootstrap|tcl tk|test suite|utility scripts|development libraries|add to path|icecap|vcpp|clickonce|vs minshell*
    vs filehandler*|vs communitymsi*|vs clickonce*|vs codecoverage|diagnosticshub|testtools|entity framework|winrt intellisense|data tier application framework
    data tier app framework|tools for applications|tools for office|build tools|typescript sdk|web deploy|universal crt headers|crt headers|batch parser|rsfx driver
    documentation|executables|transact sql|language service|langage service|policies|xevent|client tools connectivity|connectivity components|sdk addon|emulator images`,
  ],
  [
    'languagePack',
    `
    language pack|language packs|language interface pack|language resource*|sprachpaket|sprachpakete|module linguistique|modules linguistiques|pack linguistique|pack de langue
    language support|proofing|proofing tools|proof english|proof french|proof german|proof italian|proof spanish|proof dutch|korrekturhilfen|korrekturtools
    outils de verification linguistique|outils de verification|herramientas de correccion|strumenti di correzione|strumenti di verifica|paquete de idioma
    spelling dictionaries|spell checker|rechtschreib*|worterbuch|worterbucher|dictionnaire*|font pack|help pack|hilfepaket|langpack|lang pack|help files|lp deutsch
    spracherweiterungspaket*|mui proof|german supplement|french supplement|english supplement|dutch supplement|italian supplement|localization component|localized resources|ressources localisees|jazykova sada|taalpakket|pacchetto lingua`,
  ],
  [
    'runtime',
    `
    environnement d execution|redistributable|redistributables|redistribuable|redistribuables|vcredist|minimum runtime|additional runtime|debug runtime|runtime|runtimes|laufzeit*
    net framework|net core|net host|net native|asp net|asp net core|windows desktop runtime|shared framework|hosting bundle|host fx resolver|webview|webview2
    msxml|xml core services|xml parser|xna framework|physx|openal|silverlight|flash player|shockwave player|adobe air|directx*|vulkan runtime|visual c++
    visual studio c++|visual j#|vclibs|ui xaml|vc runtime|universal crt|mono runtime|java access bridge|bde runtime|access database engine|crystal reports runtime
    gtk runtime|qt runtime|visual f#|visual basic power packs|powerpacks|winpcap|npcap|usbpcap`,
  ],
  [
    'driver',
    `
    driver|drivers|treiber|treiberpaket|geratetreiber|druckertreiber|pilote|pilotes|chipset|chipsatz|firmware|firmwares|bios update|hal|odbc|oledb|ole db|jdbc
    native client|psqlodbc|connector net|connector odbc|connector j|connector c++|device software|processor graphics|graphics media accelerator|high definition audio|audio console|hd audio|graphics driver
    graphics command center|bluetooth|touchpad|pointing device|trackpoint|fingerprint|card reader|hotkey*|thunderbolt|rapid storage|management engine|serial io
    dynamic platform and thermal*|usb 3|host controller|wlan|wireless lan|proset wireless|ethernet controller|network connections|displaylink*|quickset|dptf
    gerateunterstutzung|print driver|universal print driver|universal printing|printer software|geratesoftware|chipsatz geratesoftware|micrologiciel|micrologiciels
    laserjet|officejet|deskjet|photosmart|scanjet|designjet|pagewide|ecosys|taskalfa|imagerunner|workcentre|versalink|altalink|bizhub
    imageclass|pixma|maxify|ecotank|druckerdeinstallation|desinstallation de l imprimante|image printer|printer uninstaller|printer connection checker|extended survey program
    product library|druckersoftware|logiciel d impression|logiciel d imprimante|maxxaudio|i r i s ocr|hp dropbox plugin|hp google drive plugin|hp sharepoint plugin|hp ftp plugin|hp sftp plugin|hp email smtp plugin|hp emailsmtp plugin|hp onedrive plugin
    logiciel de base du peripherique|mfl pro suite|tap windows|wintun|guest additions|vmware tools|amd software|amd radeon software|basic device software|controlador|controladores|stuurprogramma`,
  ],
  [
    'updater',
    `
    update helper|updater|auto updater|auto update|autoupdate|autoupdater|automatic update|automatic updates|maintenance service|wartungsdienst|service de maintenance
    refresh manager|update service|update manager|update assistant|update assistent|outil de mise a jour|update software|aktualisierungsassistent|assistant mise a jour|software update|google update|edge update
    update health tools|liveupdate|live update|update agent|updateservice|application update|patch agent|update client|installationsassistent|installation assistant`,
  ],
  [
    'systemPart',
    `
    click to run|klick und los|clickto run|setup metadata|shared setup metadata|office shared|shared mui|vss writer|sql server browser|common files|database engine shared
    database engine services|full text search|fulltext|replication services|extension activatex*|help viewer|policy platform|subsystem for linux|pc health check
    device health|web components|journal viewer|setup support files|setup english|setup deutsch|setup german|setup french|setup francais|shared components
    licensing component|genuine service|compatibility pack|kompatibilitatspaket|pack de compatibilite|module de compatibilite|extensibility component|file validation|groove mui|office proof|oobe|windows feature experience|store purchase app|xbox*|cortana
    bonjour|apple application support|apple mobile device support|anwendungsunterstutzung|unterstutzungsdateien|fichiers de support|support files|shared files
    shared management|hyper v|deskband|shell extension|linux image|linux headers|linux modules|windows media format|64 bit components|32 bit components|imaging component|presentation foundation
    communication foundation|management framework|webfldrs|    integritatsprufung|integrite du pc|clr typen|enregistreur vss|navigateur de microsoft sql server|moteur de base de donnees|management studio fur
    management studio for|management studio pour|python launcher|prise en charge des applications|guest tools
    solution explorer components|experience pack|web experience pack|content delivery manager|getstarted|people app|microsoft tips|feedback hub|your phone
    autodesk desktop app|autodesk single sign on|autodesk material library*|autodesk advanced material library*|autodesk save to web|autodesk app manager|autodesk featured apps
    autodesk identity manager|autodesk interoperability engine|autodesk configurator|autodesk genuine service|autodesk cer service|localdb|ocr component|browser fur sql server|datenbankmodulfreigabe|print 3d|3d viewer|mixed reality portal|solitaire collection|wimboot`,
  ],
];

type Phrase = { readonly rule: NoiseRule; readonly order: number; readonly words: readonly string[] };

const phrasesByFirstWord: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const byFirst = new Map<string, Phrase[]>();
  for (const [order, [rule, text]] of phrases.entries()) {
    for (const phrase of text.trim().split(/\s*[|\n]\s*/)) {
      const words = phrase.split(' ');
      // A phrase that begins with an open word is filed under its first three letters.
      const first = (words[0] as string).endsWith('*') ? `${(words[0] as string).slice(0, 3)}*` : (words[0] as string);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rule, order, words }]);
    }
  }
  return byFirst;
})();

const guid = /\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?/i;
const storePackage = /^[\w.-]+_[\w.]*_?_?[0-9a-hjkmnp-tv-z]{13}$/i;
const dottedPackage = /^(?:microsoft|windows|com|org|de|fr|net|io|king|appx|king\.com|[a-z0-9]{4,})\.[\w-]+(?:\.[\w-]+)+$/i;
const twoPartPackage = /^(?:microsoft|windows|microsoftcorporationii|microsoftwindows|[0-9]{4,}[a-z]+|[0-9a-f]{8})\.[\w-]+$/i;
const devicePath = /^(?:acpi|acpi_hal|pci|pciide|usb|hid|hdaudio|root|scsi|storage|swd|display|bth|bthenum|sw|umb)\\/i;
const knowledgeBase = /(?:^|[^a-z0-9])kb\s?\d{5,8}(?:[^0-9]|$)/;
const packageOfLibrary =
  /^(?:lib(?!reoffice|reca)[a-z0-9.+_-]*\d[a-z0-9.+_-]*|lib(?!reoffice|reca)[a-z0-9.+_]+-[a-z0-9.+_-]+|(?:python\d?|perl|php|ruby|golang|rust|r-cran|node|gir1\.2|fonts?|texlive|kernel|linux-(?:image|headers|modules|firmware)|glibc|kmod|xorg|xserver|gstreamer\d?|qt\d|php\d*-php|php\d+|erlang|rubygem|boost|maven|plexus|felix|jboss|glassfish|geronimo|objectweb|xmvn|ibus|fence-agents|abrt|mesa|alsa|gvfs|dbus|systemd|networkmanager|selinux|policycoreutils|xcb|at-spi2|sssd|devassistant|apache-commons|jetty\d?|aether|eclipse|gnome|kde|kdelibs|ant|samba|nss|hunspell|myspell|aspell|hyphen|mythes|manpages)-[a-z0-9.+_-]+|[a-z0-9.+_-]+-plugins?(?:-[a-z0-9.+_-]+)?|[a-z0-9.+_-]+-(?:dev|devel|dbg|debuginfo|doc|docs|common|data|locale|libs|lang|l10n-[a-z-]+|langpack-[a-z]+|filesystem|headers|fonts))$/;
const onlyPunctuation = /^[^\p{L}\p{N}]*$/u;
const endsInUpdate = /^(?!.*\d).{3,60}\bupdate$/;
/** Of an operating system a service pack is the version, of these it is a row of its own. */
const servicePackOfProduct = /^(?:\d{4} )?microsoft (?:office|sql server|exchange|sharepoint|visual studio|project|visio)\b.* service pack \d+(?: \(sp\d\))?$/;
/** Where such a word ends a name of several, the row is a set of letters. */
const fontWords: ReadonlySet<string> = new Set(['fonts', 'schriften', 'schriftarten', 'schriftart']);
const driverEnding = /treiber$|.driver$/;
const mui = /^(?:microsoft|ms)\b.*\bmui\b/;

/**
 * Says whether a name is no product of its own but a patch, a runtime, a driver or another part that tools list beside
 * the products, and by which rule. Null for everything that may be a product.
 *
 * Example: `classifyNoise(cleanName('Security Update for Windows XP (KB2079403)'), 'Security Update for Windows XP (KB2079403)')`
 * is `patch`; `Java 8 Update 251 (64-bit)` is null, its `Update` is a version.
 */
export function classifyNoise(clean: CleanName, rawName: string): NoiseRule | null {
  const { text, words } = clean;
  if (words.length === 0 || (words.length === 1 && onlyPunctuation.test(text))) return 'empty';
  const trimmed = rawName.trim();
  if (trimmed.includes('\\') && devicePath.test(trimmed)) return 'driver';
  if (isPackageId(trimmed)) return 'packageId';
  if (words.every((word) => word.isFullVersion || /^\d+$/.test(word.text))) return 'empty';
  if (text.includes('kb') && knowledgeBase.test(text)) return 'patch';
  if (!trimmed.includes(' ') && packageOfLibrary.test(trimmed)) return 'systemPart';
  if (text.includes('mui') && mui.test(text)) return 'languagePack';
  const found = findPhrase(words);
  if (found) return found;
  if ((text.includes('treiber') || text.includes('driver')) && words.some((word) => driverEnding.test(word.text))) return 'driver';
  if (words.length > 1 && (text.includes('font') || text.includes('schrift')) && isFontName(words)) return 'systemPart';
  if (text.endsWith('update') && endsInUpdate.test(text)) return 'updater';
  return text.includes('service pack') && servicePackOfProduct.test(text) ? 'patch' : null;
}

function isFontName(words: CleanName['words']): boolean {
  return fontWords.has(words.findLast((word) => word.kind !== 'skippable')?.text ?? '');
}

function isPackageId(name: string): boolean {
  if (name.includes(' ')) return name.startsWith('{') && /^\{[0-9a-f-]{36}\}/i.test(name);
  // Bundles of macOS end so and carry a product's name.
  if (name.endsWith('.app')) return false;
  if (name.length >= 36 && guid.test(name)) return true;
  if (/^[0-9a-f]{32}$/i.test(name) || name.startsWith('@{') || name.startsWith('ms-resource:')) return true;
  if (!name.includes('.') && !name.includes('_')) return false;
  return storePackage.test(name) || (dottedPackage.test(name) && !/\d\.\d/.test(name)) || twoPartPackage.test(name);
}

function findPhrase(words: CleanName['words']): NoiseRule | null {
  let best: Phrase | null = null;
  for (let start = 0; start < words.length; start += 1) {
    for (const phrase of phrasesFrom((words[start] as { text: string }).text)) {
      if ((best === null || phrase.order < best.order) && standsAt(phrase, words, start)) best = phrase;
    }
  }
  return best?.rule ?? null;
}

const noPhrases: readonly Phrase[] = [];
const phrasesByWord = new Map<string, readonly Phrase[]>();

/** Phrases that may begin with a word, kept for words that met before, figures apart. */
function phrasesFrom(word: string): readonly Phrase[] {
  if (word.charCodeAt(0) < 58) return phrasesByFirstWord.get(word) ?? noPhrases;
  const known = phrasesByWord.get(word);
  if (known) return known;
  const found = [...(phrasesByFirstWord.get(word) ?? noPhrases), ...(phrasesByFirstWord.get(`${word.slice(0, 3)}*`) ?? noPhrases)];
  if (phrasesByWord.size >= 50_000) phrasesByWord.clear();
  phrasesByWord.set(word, found.length === 0 ? noPhrases : found);
  return found;
}

function standsAt(phrase: Phrase, words: CleanName['words'], start: number): boolean {
  for (let offset = 0; offset < phrase.words.length; offset += 1) {
    const wanted = phrase.words[offset] as string;
    const word = words[start + offset]?.text;
    if (word === undefined) return false;
    if (wanted.endsWith('*') ? !word.startsWith(wanted.slice(0, -1)) : word !== wanted && !matchesDamaged(word, wanted)) return false;
  }
  return true;
}

/** `f\uFFFDr` stands for `fur`: a lost character matches one letter, and a file may have lost two for one. */
function matchesDamaged(word: string, wanted: string): boolean {
  if (!word.includes('\uFFFD')) return false;
  let pattern = '';
  for (const part of word.split(/(\uFFFD+)/)) pattern += part.startsWith('\uFFFD') ? `.{0,${part.length}}` : part.replace(/[^\p{L}\p{N}]/gu, '\\$&');
  return new RegExp(`^${pattern}$`, 'u').test(wanted);
}
