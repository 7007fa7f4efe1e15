// The page as canvas: imprints follow the pointer, arrow keys move them by a millimetre, the fields follow both.
import './binding.js';

const stage = document.getElementById('stage');

if (stage) {
  const form = document.getElementById('placing');
  const said = document.getElementById('stage-said');
  const imprint = { width: Number(stage.dataset.imprintWidth), height: Number(stage.dataset.imprintHeight) };
  const tenths = (value) => Math.round(value * 10) / 10;
  const within = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));
  const sheet = () => stage.querySelector('svg');
  const size = () => ({ width: Number(sheet().dataset.width), height: Number(sheet().dataset.height) });
  const part = (name, index) => sheet().querySelector(`[data-part="${name}"][data-index="${index}"]`);
  const field = (name) => form.elements[name];
  const number = (input) => Number(input.value.replace(',', '.')) || 0;
  const place = (index) => ({ left: field(`at[${index}].left`), top: field(`at[${index}].top`) });

  // The same rule as the stamp itself: the code nestles at the lower right, and changes sides where the page ends.
  function draw(index, left, top) {
    move(part('imprint', index), left, top);
    const qr = part('qr', index);
    if (!qr) return;
    const side = Number(qr.firstElementChild.getAttribute('width'));
    const code = part('code', index);
    const codeBox = code.firstElementChild;
    const centre = { x: left + imprint.width / 2, y: top + imprint.height / 2 };
    const reach = { x: (imprint.width / 2) * Math.SQRT1_2 + 0.6, y: (imprint.height / 2) * Math.SQRT1_2 + 0.6 };
    const right = centre.x + reach.x + side <= size().width;
    const below = centre.y + reach.y + side <= size().height;
    move(qr, right ? centre.x + reach.x : centre.x - reach.x - side, below ? centre.y + reach.y : centre.y - reach.y - side);
    move(code, centre.x - Number(codeBox.getAttribute('width')) / 2, below ? top + imprint.height + 0.6 : top - 0.6 - Number(codeBox.getAttribute('height')));
  }

  function move(element, x, y) {
    element.setAttribute('transform', `translate(${x} ${y})`);
  }

  function put(index, left, top) {
    const at = { left: tenths(within(left, size().width - imprint.width)), top: tenths(within(top, size().height - imprint.height)) };
    place(index).left.value = at.left;
    place(index).top.value = at.top;
    draw(index, at.left, at.top);
  }

  function putSeam(top) {
    const at = tenths(within(top, size().height - imprint.height));
    field('seam.top').value = at;
    sheet().querySelector('[data-stamp="seam"]').setAttribute('y', at);
  }

  function say(index) {
    said.textContent =
      index === 'seam'
        ? stage.dataset.seamMoved.replace('{0}', number(field('seam.top')))
        : stage.dataset.moved.replace('{0}', number(place(index).left)).replace('{1}', number(place(index).top));
  }

  function millimetres(event) {
    const box = sheet().getBoundingClientRect();
    const { width, height } = size();
    // The picture keeps its proportions inside its box.
    const scale = Math.min(box.width / width, box.height / height);
    return {
      x: (event.clientX - box.left - (box.width - width * scale) / 2) / scale,
      y: (event.clientY - box.top - (box.height - height * scale) / 2) / scale,
    };
  }

  let held;
  stage.addEventListener('pointerdown', (event) => {
    const on = event.target.closest('[data-part="imprint"]');
    const seam = event.target.closest('[data-stamp="seam"]');
    if (!on && !seam) return;
    const point = millimetres(event);
    if (on) {
      const index = on.dataset.index;
      held = { index, x: point.x - number(place(index).left), y: point.y - number(place(index).top) };
      on.focus({ preventScroll: true });
    } else {
      held = { index: 'seam', y: point.y - number(field('seam.top')) };
    }
    stage.setPointerCapture(event.pointerId);
    stage.classList.add('app-sheet__stage--moving');
    event.preventDefault();
  });
  stage.addEventListener('pointermove', (event) => {
    if (!held) return;
    const point = millimetres(event);
    if (held.index === 'seam') putSeam(point.y - held.y);
    else put(held.index, point.x - held.x, point.y - held.y);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    stage.addEventListener(end, () => {
      if (held) say(held.index);
      held = undefined;
      stage.classList.remove('app-sheet__stage--moving');
    });
  }

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stage.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const on = event.target.closest('[data-part="imprint"]');
    if (!step || !on) return;
    const far = event.shiftKey ? 10 : 1;
    const { left, top } = place(on.dataset.index);
    put(on.dataset.index, number(left) + step[0] * far, number(top) + step[1] * far);
    say(on.dataset.index);
    event.preventDefault();
  });

  // What only the server can draw is asked of it: the strips of the seam seal, an imprint that changes its page.
  let asked = 0;
  async function refresh(action) {
    const turn = ++asked;
    const data = new URLSearchParams(new FormData(form));
    data.set('action', action);
    try {
      // The buttons are called action as well.
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: data, headers: { 'X-Requested-With': 'fetch' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (turn !== asked) return;
      for (const find of ['#stage svg', '#seam-preview', '.app-thumbnails']) {
        const fresh = page.querySelector(find);
        if (fresh) document.querySelector(find)?.replaceWith(document.importNode(fresh, true));
      }
      const shown = page.querySelector('input[name="shown"]');
      if (shown) field('shown').value = shown.value;
    } catch {
      // The button shows it all the same.
    }
  }

  form.addEventListener('change', (event) => {
    const moved = event.target.name?.match(/^at\[(\d+)\]\.(left|top)$/);
    if (moved && part('imprint', moved[1])) put(moved[1], number(place(moved[1]).left), number(place(moved[1]).top));
    else if (moved || event.target.name?.startsWith('seam.')) refresh(`page:${field('shown').value}`);
    else if (event.target.name?.endsWith('.page')) refresh('show');
  });
  stage.classList.add('app-sheet__stage--live');
}
