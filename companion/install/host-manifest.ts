/** What a browser reads of a native messaging host, and what starts it. */
import { win32 } from 'node:path';
import * as v from 'valibot';
import { HOST_NAME } from '../../src/companion/protocol.ts';

const HostManifestSchema = v.object({
  name: v.literal(HOST_NAME),
  description: v.string(),
  path: v.string(),
  type: v.literal('stdio'),
  allowed_origins: v.array(v.string()),
});

export type HostManifest = v.InferOutput<typeof HostManifestSchema>;

export const MANIFEST_FILE = `${HOST_NAME}.json`;

/** Whether a text is an extension's id in Chromium: 32 letters from a to p. */
export function isExtensionId(text: string): boolean {
  return /^[a-p]{32}$/.test(text);
}

/** A manifest that lets this one extension start the companion, and no other. */
export function hostManifest(launcher: string, extensionId: string): HostManifest {
  return {
    name: HOST_NAME,
    description: 'Relying Party companion: reads the certificates of sites for the extension Relying Party',
    path: launcher,
    type: 'stdio',
    allowed_origins: [`chrome-extension://${extensionId}/`],
  };
}

/** null: the text is no manifest of this companion. */
export function readHostManifest(text: string): HostManifest | null {
  try {
    const parsed = v.safeParse(HostManifestSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/**
 * The launcher's name, and its text: it runs the program beside it with the very Node that installed it. What the browser
 * gives as arguments (the extension's origin) goes no further.
 *
 * @param node path of the executable
 * @param program path of the program
 */
export function launcherFor(windows: boolean, node: string, program: string): { name: string; text: string } {
  if (!windows) return { name: 'companion', text: `#!/bin/sh\nexec ${quoted(node)} ${quoted(program)}\n` };
  // The command interpreter reads the file in a code page of its own: the folder, which bears the user's name, is left for it
  // to fill in (%~dp0).
  const beside = `%~dp0${win32.basename(program)}`;
  return {
    name: 'companion.bat',
    text: `@echo off\r\n"${node.replaceAll('%', '%%')}" "${beside}"\r\n`,
  };
}

/** A word for sh (POSIX, Shell Command Language, 2.2.2). */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
