// The page as canvas: the imprint follows the pointer, arrow keys move it by a millimetre, the fields follow both.
const stage = document.getElementById('stage');

if (stage) {
  const page = stage.querySelector('svg');
  const part = (name) => page.querySelector(`[data-stamp="${name}"]`);
  const fields = { left: document.getElementById('left'), top: document.getElementById('top') };
  const said = document.getElementById('stage-said');
  const size = Object.fromEntries(
    ['width', 'height', 'imprintWidth', 'imprintHeight', 'qr', 'codeWidth', 'codeHeight'].map((name) => [name, Number(stage.dataset[name])]),
  );
  const at = { left: Number(fields.left.value) || 0, top: Number(fields.top.value) || 0 };
  const tenths = (value) => Math.round(value * 10) / 10;
  const within = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));

  // The same rule as the stamp itself: the code nestles at the lower right, and changes sides where the page ends.
  function draw() {
    const centre = { x: at.left + size.imprintWidth / 2, y: at.top + size.imprintHeight / 2 };
    const reach = { x: (size.imprintWidth / 2) * Math.SQRT1_2 + 0.6, y: (size.imprintHeight / 2) * Math.SQRT1_2 + 0.6 };
    const right = centre.x + reach.x + size.qr <= size.width;
    const below = centre.y + reach.y + size.qr <= size.height;
    move('imprint', at.left, at.top);
    move('qr', right ? centre.x + reach.x : centre.x - reach.x - size.qr, below ? centre.y + reach.y : centre.y - reach.y - size.qr);
    move('code', centre.x - size.codeWidth / 2, below ? at.top + size.imprintHeight + 0.6 : at.top - 0.6 - size.codeHeight);
  }

  function move(name, x, y) {
    part(name).setAttribute('transform', `translate(${x} ${y})`);
  }

  function put(left, top) {
    at.left = tenths(within(left, size.width - size.imprintWidth));
    at.top = tenths(within(top, size.height - size.imprintHeight));
    fields.left.value = at.left;
    fields.top.value = at.top;
    draw();
  }

  function say() {
    said.textContent = stage.dataset.moved.replace('{0}', at.left).replace('{1}', at.top);
  }

  function millimetres(event) {
    const box = page.getBoundingClientRect();
    // The picture keeps its proportions inside its box.
    const scale = Math.min(box.width / size.width, box.height / size.height);
    return {
      x: (event.clientX - box.left - (box.width - size.width * scale) / 2) / scale,
      y: (event.clientY - box.top - (box.height - size.height * scale) / 2) / scale,
    };
  }

  let held;
  page.addEventListener('pointerdown', (event) => {
    const point = millimetres(event);
    const onImprint = event.target.closest('[data-stamp="imprint"]');
    held = onImprint
      ? { x: point.x - at.left, y: point.y - at.top }
      : { x: size.imprintWidth / 2, y: size.imprintHeight / 2 };
    page.setPointerCapture(event.pointerId);
    stage.classList.add('app-sheet__stage--moving');
    put(point.x - held.x, point.y - held.y);
    event.preventDefault();
    stage.focus({ preventScroll: true });
  });
  page.addEventListener('pointermove', (event) => {
    if (!held) return;
    const point = millimetres(event);
    put(point.x - held.x, point.y - held.y);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    page.addEventListener(end, () => {
      if (held) say();
      held = undefined;
      stage.classList.remove('app-sheet__stage--moving');
    });
  }

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stage.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (!step) return;
    const far = event.shiftKey ? 10 : 1;
    put(at.left + step[0] * far, at.top + step[1] * far);
    say();
    event.preventDefault();
  });

  for (const field of Object.values(fields)) {
    field.addEventListener('change', () => put(Number(fields.left.value.replace(',', '.')) || 0, Number(fields.top.value.replace(',', '.')) || 0));
  }
  stage.classList.add('app-sheet__stage--live');
  for (const hint of document.querySelectorAll('[data-scripted]')) hint.hidden = false;
}
