/** Firefox's accessibility tree of a page, which its own window can read once the service is asked for. */
import type { Accessible } from './driver.ts';
import type { Marionette } from './marionette.ts';
import { until } from './wait.ts';

/** Firefox's names for what ARIA calls otherwise. */
const ROLES: Readonly<Record<string, string>> = {
  pushbutton: 'button',
  checkbutton: 'checkbox',
  radiobutton: 'radio',
  entry: 'textbox',
  graphic: 'image',
  label: 'LabelText',
  statusbar: 'status',
  'combobox list': 'listbox',
};

/** Resolves once the tree, which comes from the page's process bit by bit, has the page's own heading or main part. */
export async function firefoxAccessibilityTree(
  firefox: Marionette,
  browserId: number,
): Promise<Accessible[]> {
  const nodes = await until('the accessibility tree', async () => {
    const found = await firefox.chrome<Accessible[] | null>(reading, browserId);
    return found !== null && found.length > 2 ? found : undefined;
  });
  return nodes
    .map(({ role, ...node }) => ({ role: ROLES[role] ?? role, ...node }))
    .filter((node) => node.role !== '' || node.name !== '');
}

const reading = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const element = BrowsingContext.getCurrentTopByBrowserId(arguments[0]).embedderElement;
  const top = service.getAccessibleFor(element)?.firstChild;
  if (!top) return null;
  const nodes = [];
  const text = (part, attribute) => {
    try {
      return part.attributes?.getStringProperty(attribute) ?? '';
    } catch {
      return '';
    }
  };
  const read = (part) => {
    const role = text(part, 'xml-roles').split(' ')[0] || service.getStringRole(part.role);
    nodes.push({ role, name: part.name ?? '', live: text(part, 'live') });
    for (let child = part.firstChild; child; child = child.nextSibling) read(child);
  };
  read(top);
  return nodes;
`;
