import type { Locale } from './keys.ts';
import appDe from './messages/app.de.json' with { type: 'json' };
import baselineDe from './messages/baseline.de.json' with { type: 'json' };
import appEn from './messages/app.en.json' with { type: 'json' };
import baselineEn from './messages/baseline.en.json' with { type: 'json' };
import appFr from './messages/app.fr.json' with { type: 'json' };
import baselineFr from './messages/baseline.fr.json' with { type: 'json' };
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
import scenariosDe from './messages/scenarios.de.json' with { type: 'json' };
import reportEn from './messages/report.en.json' with { type: 'json' };
import scenariosEn from './messages/scenarios.en.json' with { type: 'json' };
import reportFr from './messages/report.fr.json' with { type: 'json' };
import scenariosFr from './messages/scenarios.fr.json' with { type: 'json' };
import rpcDe from './messages/rpc.de.json' with { type: 'json' };
import rpcEn from './messages/rpc.en.json' with { type: 'json' };
import rpcFr from './messages/rpc.fr.json' with { type: 'json' };
import scheduleDe from './messages/schedule.de.json' with { type: 'json' };
import scheduleEn from './messages/schedule.en.json' with { type: 'json' };
import scheduleFr from './messages/schedule.fr.json' with { type: 'json' };
import shellDe from './messages/shell.de.json' with { type: 'json' };
import shellEn from './messages/shell.en.json' with { type: 'json' };
import shellFr from './messages/shell.fr.json' with { type: 'json' };
import sovereigntyDe from './messages/sovereignty.de.json' with { type: 'json' };
import sovereigntyEn from './messages/sovereignty.en.json' with { type: 'json' };
import sovereigntyFr from './messages/sovereignty.fr.json' with { type: 'json' };
import storageDe from './messages/storage.de.json' with { type: 'json' };
import storageEn from './messages/storage.en.json' with { type: 'json' };
import storageFr from './messages/storage.fr.json' with { type: 'json' };
import timelinePageDe from './messages/timelinePage.de.json' with { type: 'json' };
import timelinePageEn from './messages/timelinePage.en.json' with { type: 'json' };
import timelinePageFr from './messages/timelinePage.fr.json' with { type: 'json' };
import trackingDe from './messages/tracking.de.json' with { type: 'json' };
import windowDe from './messages/window.de.json' with { type: 'json' };
import trackingEn from './messages/tracking.en.json' with { type: 'json' };
import windowEn from './messages/window.en.json' with { type: 'json' };
import trackingFr from './messages/tracking.fr.json' with { type: 'json' };
import windowFr from './messages/window.fr.json' with { type: 'json' };
import partsDe from './messages/parts.de.json' with { type: 'json' };
import partsEn from './messages/parts.en.json' with { type: 'json' };
import partsFr from './messages/parts.fr.json' with { type: 'json' };
import startPageDe from './messages/startPage.de.json' with { type: 'json' };
import startPageEn from './messages/startPage.en.json' with { type: 'json' };
import startPageFr from './messages/startPage.fr.json' with { type: 'json' };
import reportPageDe from './messages/reportPage.de.json' with { type: 'json' };
import reportPageEn from './messages/reportPage.en.json' with { type: 'json' };
import reportPageFr from './messages/reportPage.fr.json' with { type: 'json' };
import historyPageDe from './messages/historyPage.de.json' with { type: 'json' };
import historyPageEn from './messages/historyPage.en.json' with { type: 'json' };
import historyPageFr from './messages/historyPage.fr.json' with { type: 'json' };
import paletteDe from './messages/palette.de.json' with { type: 'json' };
import paletteEn from './messages/palette.en.json' with { type: 'json' };
import paletteFr from './messages/palette.fr.json' with { type: 'json' };
import claimsDe from './messages/claims.de.json' with { type: 'json' };
import claimsEn from './messages/claims.en.json' with { type: 'json' };
import claimsFr from './messages/claims.fr.json' with { type: 'json' };
import mappingPageDe from './messages/mappingPage.de.json' with { type: 'json' };
import mappingPageEn from './messages/mappingPage.en.json' with { type: 'json' };
import mappingPageFr from './messages/mappingPage.fr.json' with { type: 'json' };
import costsPageDe from './messages/costsPage.de.json' with { type: 'json' };
import costsPageEn from './messages/costsPage.en.json' with { type: 'json' };
import costsPageFr from './messages/costsPage.fr.json' with { type: 'json' };
import chartsDe from './messages/charts.de.json' with { type: 'json' };
import chartsEn from './messages/charts.en.json' with { type: 'json' };
import chartsFr from './messages/charts.fr.json' with { type: 'json' };
import trackingPageDe from './messages/trackingPage.de.json' with { type: 'json' };
import trackingPageEn from './messages/trackingPage.en.json' with { type: 'json' };
import trackingPageFr from './messages/trackingPage.fr.json' with { type: 'json' };
import inventoryPageDe from './messages/inventoryPage.de.json' with { type: 'json' };
import inventoryPageEn from './messages/inventoryPage.en.json' with { type: 'json' };
import inventoryPageFr from './messages/inventoryPage.fr.json' with { type: 'json' };
import registerPageDe from './messages/registerPage.de.json' with { type: 'json' };
import registerPageEn from './messages/registerPage.en.json' with { type: 'json' };
import registerPageFr from './messages/registerPage.fr.json' with { type: 'json' };

/** All sentences, assembled from one file an area and language. A new area is added here. */
export const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  de: {
    ...appDe,
    ...baselineDe,
    ...catalogueDe,
    ...cliDe,
    ...commonDe,
    ...costDe,
    ...exportDe,
    ...formatsDe,
    ...mappingDe,
    ...reportDe,
    ...rpcDe,
    ...scenariosDe,
    ...scheduleDe,
    ...shellDe,
    ...sovereigntyDe,
    ...storageDe,
    ...timelinePageDe,
    ...trackingDe,
    ...partsDe,
    ...startPageDe,
    ...reportPageDe,
    ...historyPageDe,
    ...paletteDe,
    ...claimsDe,
    ...mappingPageDe,
    ...costsPageDe,
    ...chartsDe,
    ...trackingPageDe,
    ...inventoryPageDe,
    ...registerPageDe,
    ...windowDe,
  },
  en: {
    ...appEn,
    ...baselineEn,
    ...catalogueEn,
    ...cliEn,
    ...commonEn,
    ...costEn,
    ...exportEn,
    ...formatsEn,
    ...mappingEn,
    ...reportEn,
    ...rpcEn,
    ...scenariosEn,
    ...scheduleEn,
    ...shellEn,
    ...sovereigntyEn,
    ...storageEn,
    ...timelinePageEn,
    ...trackingEn,
    ...partsEn,
    ...startPageEn,
    ...reportPageEn,
    ...historyPageEn,
    ...paletteEn,
    ...claimsEn,
    ...mappingPageEn,
    ...costsPageEn,
    ...chartsEn,
    ...trackingPageEn,
    ...inventoryPageEn,
    ...registerPageEn,
    ...windowEn,
  },
  fr: {
    ...appFr,
    ...baselineFr,
    ...catalogueFr,
    ...cliFr,
    ...commonFr,
    ...costFr,
    ...exportFr,
    ...formatsFr,
    ...mappingFr,
    ...reportFr,
    ...rpcFr,
    ...scenariosFr,
    ...scheduleFr,
    ...shellFr,
    ...sovereigntyFr,
    ...storageFr,
    ...timelinePageFr,
    ...trackingFr,
    ...partsFr,
    ...startPageFr,
    ...reportPageFr,
    ...historyPageFr,
    ...paletteFr,
    ...claimsFr,
    ...mappingPageFr,
    ...costsPageFr,
    ...chartsFr,
    ...trackingPageFr,
    ...inventoryPageFr,
    ...registerPageFr,
    ...windowFr,
  },
};
