import { describe, expect, it } from 'vitest';
import { classifyNoise } from '../../../core/domain/catalogue/classifyNoise.ts';
import { cleanName } from '../../../core/domain/catalogue/cleanName.ts';

describe('classifyNoise', () => {
  it.each([
    ['Security Update for Windows XP (KB2079403)', 'patch'],
    ['Sicherheitsupdate für Microsoft Office 2010 (KB2553091)', 'patch'],
    ['Mise à jour de sécurité pour Windows XP', 'patch'],
    ['Correctif pour Windows XP', 'patch'],
    ['GDR 1140 f\uFFFDr SQL Server 2022 (KB5021522) (64-bit)', 'patch'],
    ['Update f\uFFFD\uFFFDr Microsoft Office', 'patch'],
    ['KB4019215', 'patch'],
    ['Microsoft Office 2010 Service Pack 1 (SP1)', 'patch'],
    ['Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.32.31332', 'runtime'],
    ['Microsoft .NET Framework 4.8', 'runtime'],
    ['Microsoft .NET SDK 5.0.100 (x64)', 'sdkPart'],
    ['Microsoft .NET AppHost Pack - 7.0.10 (x64_arm)', 'sdkPart'],
    ['Windows Software Development Kit - Windows 10.0.19041.1', 'sdkPart'],
    ['Microsoft SQL Server 2017 T-SQL Language Service ', 'sdkPart'],
    ['Korrekturhilfen 2016 - Deutsch', 'languagePack'],
    ['Outils de vérification linguistique 2016 de Microsoft Office - Français', 'languagePack'],
    ['Module linguistique Microsoft .NET Framework 4.5 FRA', 'languagePack'],
    ['Microsoft Office Excel MUI (English) 2010', 'languagePack'],
    ['LibreOffice 7.0 Help Pack (German)', 'languagePack'],
    ['Realtek High Definition Audio Driver', 'driver'],
    ['Windows Driver Package - Silicon Labs Software (DSI_SiUSBXp_3_1) USB', 'driver'],
    ['ACPI\\PNP0C08\\0', 'driver'],
    ['RICOH PCL6 UniversalDriver V4.33', 'driver'],
    ['HP LaserJet MFP M227-M231', 'driver'],
    ['EPSON WF-C5790 Series Druckerdeinstallation', 'driver'],
    ['Windows 10-Update-Assistent', 'updater'],
    ['Outil de suppression de logiciels malveillants Windows x64 - v5.130', 'patch'],
    ['Microsoft 365 Apps for enterprise - en-us.proof', 'languagePack'],
    ['Microsoft SQL Server 2019 LocalDB', 'systemPart'],
    ['Arial Narrow Schriften', 'systemPart'],
    ['Mozilla Maintenance Service', 'updater'],
    ['Google Update Helper', 'updater'],
    ['Microsoft Edge Update', 'updater'],
    ['Office 16 Click-to-Run Licensing Component', 'systemPart'],
    ['libssl1.1', 'systemPart'],
    ['python3-requests', 'systemPart'],
    ['{90160000-008C-0000-1000-0000000FF1CE}', 'packageId'],
    ['Microsoft.WindowsCalculator_8wekyb3d8bbwe', 'packageId'],
    ['Microsoft.549981C3F5F10', 'packageId'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'packageId'],
    ['${{arpDisplayName}}', 'empty'],
    ['   ', 'empty'],
    ['10.0.1', 'empty'],
  ])('hides %s as %s', (name, rule) => {
    expect(classifyNoise(cleanName(name), name)).toBe(rule);
  });

  it.each([
    'Java 8 Update 251 (64-bit)',
    'Microsoft Office Professional Plus 2016',
    'Adobe Acrobat Reader DC MUI',
    'LibreOffice 7.0.1.2',
    'draw.io 13.0.3',
    'Rocket.Chat 2.17.9',
    'Paint.NET',
    'Microsoft Windows 7 Professional Service Pack 1',
    'Microsoft Exchange Server 2019 Cumulative Update 12',
    'DriverMax',
    'NexusFont',
    'Fonts',
    'Halcyon',
    '7-Zip 19.00 (x64 edition)',
    'libreoffice-writer',
  ])('leaves %s', (name) => {
    expect(classifyNoise(cleanName(name), name)).toBeNull();
  });
});
