import { closeOverlay } from '../store/act.js';
import { clearFilter } from '../store/filter.js';
import { isFiltered } from '../store/state.js';
import { t } from '../t.js';
import { Button } from './Button.js';
import { Dialog, DialogHead } from './Dialog.js';
import { Documents } from './Documents.js';
import { filterGroups } from './filter-items.js';
import { Icon } from './icons.js';
import { usePage } from './page.js';

/** All that one can filter by, in words; each counts at once. */
export function FilterMenu() {
  const { state, play } = usePage();
  const several = (state.view?.documents.length ?? 0) > 1;
  return (
    <Dialog name={t('Filters')} kind="filtering">
      <DialogHead name={t('Filters')}>
        {isFiltered(state) && <Button kind="link" label={t('Clear')} onClick={() => play(clearFilter)} />}
      </DialogHead>
      <div
        class="filter-groups"
        onKeyDown={(event) =>
          walk(event, () => {
            play(closeOverlay);
          })
        }
      >
        {filterGroups(state).map(({ name, items }, group) => (
          <fieldset key={name}>
            <legend>{name}</legend>
            {items.map(({ icon, kind, label, count, on, toggle }, i) => (
              <label class="option" key={label}>
                <input
                  type="checkbox"
                  checked={on}
                  autofocus={group + i === 0}
                  onChange={() => play(toggle)}
                />
                <span class="tick">{on && <Icon name="check" />}</span>
                <Icon name={icon} kind={kind} />
                <span class="name">{label}</span>
                <span class="number">{count}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {several && <Documents />}
    </Dialog>
  );
}

/** Arrows go from one to the next; Enter is done. */
function walk(event: KeyboardEvent, done: () => void): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { currentTarget, target } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLInputElement)) return;
  if (event.key === 'Enter') done();
  else if (by === 0) return;
  else {
    const options = [...currentTarget.querySelectorAll('input')];
    options.at((options.indexOf(target) + by) % options.length)?.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}
