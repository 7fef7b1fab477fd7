/** Preferences of a Firefox that is quiet and reaches nothing but this machine. */
import type { LaunchOptions } from './driver.ts';

type Preferences = NonNullable<LaunchOptions['preferences']>;

// None of these touches how certificates are verified or revocation is checked: that is what the tests look at.
const quiet: Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.translations.enable': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.http.speculative-parallel-limit': 0,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'startup.homepage_welcome_url': '',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
};

/** All preferences of a run, those of the options last. */
export function firefoxPreferences(options: LaunchOptions): Preferences {
  const { hosts, colorScheme = 'light', preferences = {} } = options;
  const dark = colorScheme === 'dark';
  return {
    ...quiet,
    // A port that the system chooses; Firefox writes it into the profile.
    'marionette.port': 0,
    // Every name is this machine. Everything but the hosts of the test goes to a proxy that does not exist, and so nowhere.
    'network.dns.native-is-localhost': true,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.no_proxies_on': [
      'localhost',
      '127.0.0.1',
      ...hosts.map((host) => host.replace(/^\*/, '')),
    ].join(', '),
    // A click on a button that asks for a permission is answered with yes, without the dialog.
    'extensions.webextOptionalPermissionPrompts': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    // Extended Support Releases take an extension for good that is not signed, if told so.
    ...(options.outlivesRestart === true && { 'xpinstall.signatures.required': false }),
    ...preferences,
  };
}

/** The content of a profile's user.js. */
export function userPreferencesFile(preferences: Preferences): string {
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
