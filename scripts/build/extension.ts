/** The Vite plugins that make an extension of the sources. */
import { readFileSync, readdirSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin, PluginOption } from 'vite';
import type { AuthorityFacts } from '../../src/letsencrypt/authority.ts';
import { asOnAndroid } from './as-on-android.ts';
import { licences } from './licences.ts';
import { FIRST_LANGUAGE, languages, packed, textsOf } from './locales.ts';
import { deriveManifest, type BrowserTarget, type SharedManifest } from './manifest.ts';
import { noInnerHtml } from './no-inner-html.ts';
import { pseudoTexts, type PseudoLocale } from './pseudo-locale.ts';

export type { BrowserTarget } from './manifest.ts';

export interface ExtensionBuild {
  /** The project's folder, with a slash at its end. */
  project: string;
  target: BrowserTarget;
  version: string;
  /** A JSON file of `AuthorityFacts` whose CAs join the table: test builds only. */
  extraAuthorities: string | null;
  /** An invented language instead of English: test builds only. */
  pseudoLocale: PseudoLocale | null;
  /** Without the functions that Firefox for Android lacks: test builds only. */
  asOnAndroid: boolean;
  /** For the Chrome Web Store: without the key that fixes the development build's id. */
  forStore: boolean;
}

export function extensionPlugins(build: ExtensionBuild): PluginOption[] {
  const shared = JSON.parse(readFileSync(`${build.project}manifest.json`, 'utf8')) as SharedManifest;
  const manifest = deriveManifest(shared, build.target, build.version, build.forStore);
  return [
    crx({ manifest: manifest as ManifestV3Export, browser: build.target }),
    noInnerHtml(),
    licences(`${build.project}LICENSE`),
    toolbarIcons(`${build.project}icons/`),
    texts(`${build.project}extension/_locales`, build.pseudoLocale),
    ...(build.target === 'chrome' ? [managedSchema(`${build.project}extension/managed-schema.json`)] : []),
    ...(build.extraAuthorities === null ? [] : [addAuthorities(build.extraAuthorities)]),
    ...(build.pseudoLocale === 'rtl' ? [rightToLeft()] : []),
    ...(build.asOnAndroid ? [asOnAndroid()] : []),
  ];
}

/** The manifest names only the first toolbar icon; the others are set while running. */
function toolbarIcons(directory: string): Plugin {
  return {
    name: 'toolbar-icons',
    generateBundle() {
      for (const file of readdirSync(directory).filter((name) => name.endsWith('.png'))) {
        this.emitFile({ type: 'asset', fileName: `icons/${file}`, source: readFileSync(directory + file) });
      }
    },
  };
}

/** What an administrator's policy may say: the manifest names the file, and no page asks for it. */
function managedSchema(file: string): Plugin {
  return {
    name: 'managed-schema',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'managed-schema.json', source: readFileSync(file, 'utf8') });
    },
  };
}

/** Joins each language's files to the one that browsers read. */
function texts(folder: string, pseudoLocale: PseudoLocale | null): Plugin {
  return {
    name: 'texts',
    generateBundle() {
      for (const language of pseudoLocale === null ? languages(folder) : [FIRST_LANGUAGE]) {
        const real = textsOf(folder, language);
        const shown = pseudoLocale === null ? real : pseudoTexts(real, pseudoLocale);
        const source = JSON.stringify(packed(shown));
        this.emitFile({ type: 'asset', fileName: `_locales/${language}/messages.json`, source });
      }
    },
  };
}

/** Appends CAs to the table. It acts on the build alone, so that no line of the program knows of test CAs. */
function addAuthorities(file: string): Plugin {
  return {
    name: 'add-authorities',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/src/letsencrypt/authorities.json')) return null;
      const facts = JSON.parse(readFileSync(id, 'utf8')) as AuthorityFacts;
      const extra = JSON.parse(readFileSync(file, 'utf8')) as AuthorityFacts;
      return JSON.stringify({ ...facts, authorities: [...facts.authorities, ...extra.authorities] });
    },
  };
}

/** The browser runs left to right also where the texts are the pseudo-locale's: the pages are told otherwise. */
function rightToLeft(): Plugin {
  const asked = "browser.i18n.getMessage('@@bidi_dir')";
  return {
    name: 'right-to-left',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/extension/ui/document-language.ts')) return null;
      if (!code.includes(asked)) throw new Error(`${id} asks for the direction in another way.`);
      return code.replace(asked, "'rtl'");
    },
  };
}
