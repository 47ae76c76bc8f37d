import type { Locale } from './keys.ts';
import appDe from './messages/app.de.json' with { type: 'json' };
import appEn from './messages/app.en.json' with { type: 'json' };
import appFr from './messages/app.fr.json' with { type: 'json' };
import catalogueDe from './messages/catalogue.de.json' with { type: 'json' };
import catalogueEn from './messages/catalogue.en.json' with { type: 'json' };
import catalogueFr from './messages/catalogue.fr.json' with { type: 'json' };
import cliDe from './messages/cli.de.json' with { type: 'json' };
import cliEn from './messages/cli.en.json' with { type: 'json' };
import cliFr from './messages/cli.fr.json' with { type: 'json' };
import commonDe from './messages/common.de.json' with { type: 'json' };
import commonEn from './messages/common.en.json' with { type: 'json' };
import commonFr from './messages/common.fr.json' with { type: 'json' };
import costDe from './messages/cost.de.json' with { type: 'json' };
import costEn from './messages/cost.en.json' with { type: 'json' };
import costFr from './messages/cost.fr.json' with { type: 'json' };
import exportDe from './messages/export.de.json' with { type: 'json' };
import exportEn from './messages/export.en.json' with { type: 'json' };
import exportFr from './messages/export.fr.json' with { type: 'json' };
import formatsDe from './messages/formats.de.json' with { type: 'json' };
import formatsEn from './messages/formats.en.json' with { type: 'json' };
import formatsFr from './messages/formats.fr.json' with { type: 'json' };
import mappingDe from './messages/mapping.de.json' with { type: 'json' };
import mappingEn from './messages/mapping.en.json' with { type: 'json' };
import mappingFr from './messages/mapping.fr.json' with { type: 'json' };
import reportDe from './messages/report.de.json' with { type: 'json' };
import reportEn from './messages/report.en.json' with { type: 'json' };
import reportFr from './messages/report.fr.json' with { type: 'json' };
import rpcDe from './messages/rpc.de.json' with { type: 'json' };
import rpcEn from './messages/rpc.en.json' with { type: 'json' };
import rpcFr from './messages/rpc.fr.json' with { type: 'json' };
import scheduleDe from './messages/schedule.de.json' with { type: 'json' };
import scheduleEn from './messages/schedule.en.json' with { type: 'json' };
import scheduleFr from './messages/schedule.fr.json' with { type: 'json' };
import sovereigntyDe from './messages/sovereignty.de.json' with { type: 'json' };
import sovereigntyEn from './messages/sovereignty.en.json' with { type: 'json' };
import sovereigntyFr from './messages/sovereignty.fr.json' with { type: 'json' };
import storageDe from './messages/storage.de.json' with { type: 'json' };
import storageEn from './messages/storage.en.json' with { type: 'json' };
import storageFr from './messages/storage.fr.json' with { type: 'json' };
import trackingDe from './messages/tracking.de.json' with { type: 'json' };
import windowDe from './messages/window.de.json' with { type: 'json' };
import trackingEn from './messages/tracking.en.json' with { type: 'json' };
import windowEn from './messages/window.en.json' with { type: 'json' };
import trackingFr from './messages/tracking.fr.json' with { type: 'json' };
import windowFr from './messages/window.fr.json' with { type: 'json' };

/** All sentences, assembled from one file an area and language. A new area is added here. */
export const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  de: {
    ...appDe,
    ...catalogueDe,
    ...cliDe,
    ...commonDe,
    ...costDe,
    ...exportDe,
    ...formatsDe,
    ...mappingDe,
    ...reportDe,
    ...rpcDe,
    ...scheduleDe,
    ...sovereigntyDe,
    ...storageDe,
    ...trackingDe,
    ...windowDe,
  },
  en: {
    ...appEn,
    ...catalogueEn,
    ...cliEn,
    ...commonEn,
    ...costEn,
    ...exportEn,
    ...formatsEn,
    ...mappingEn,
    ...reportEn,
    ...rpcEn,
    ...scheduleEn,
    ...sovereigntyEn,
    ...storageEn,
    ...trackingEn,
    ...windowEn,
  },
  fr: {
    ...appFr,
    ...catalogueFr,
    ...cliFr,
    ...commonFr,
    ...costFr,
    ...exportFr,
    ...formatsFr,
    ...mappingFr,
    ...reportFr,
    ...rpcFr,
    ...scheduleFr,
    ...sovereigntyFr,
    ...storageFr,
    ...trackingFr,
    ...windowFr,
  },
};
