import { text } from '../../ui/text.ts';
import { asked, PERMISSIONS } from './permissions.ts';

/** The permissions that this browser is asked for, when, and why. */
export function PermissionTable({ firefox }: { firefox: boolean }) {
  return (
    <section id="about-permissions" aria-labelledby="about-permissions-title">
      <h3 id="about-permissions-title">{text('aboutPermissions')}</h3>
      <dl class="facts">
        {PERMISSIONS.filter((permission) => asked(permission, firefox) !== 'never').map((permission) => (
          <div key={permission.why}>
            <dt>
              {permission.names.map((name) => (
                <code key={name}>{name}</code>
              ))}
            </dt>
            <dd>
              {text(permission.why)}{' '}
              <span class="source">
                {asked(permission, firefox) === 'by-click'
                  ? text('permissionByClick')
                  : text('permissionAtInstall')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
