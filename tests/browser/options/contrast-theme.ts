/** How each browser is started in a contrast theme of white on black. */
import type { BrowserKind } from '../driver/driver.ts';
import type { StageOptions } from '../stage/stage.ts';

export const CONTRAST_THEME: Record<BrowserKind, StageOptions> = {
  firefox: {
    preferences: {
      // Colours are always those of the user.
      'browser.display.document_color_use': 2,
      'ui.useAccessibilityTheme': 1,
      'browser.display.use_system_colors': false,
      'browser.display.background_color': '#000000',
      'browser.display.foreground_color': '#ffffff',
      'browser.display.background_color.dark': '#000000',
      'browser.display.foreground_color.dark': '#ffffff',
      'browser.anchor_color': '#ffff00',
      'browser.anchor_color.dark': '#ffff00',
    },
  },
  chromium: { colorScheme: 'dark', extraArguments: ['--force-high-contrast'] },
};
