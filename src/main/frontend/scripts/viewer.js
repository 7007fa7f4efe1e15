// A document page by page: pages change in place, every page has a thumbnail, and the page can be zoomed.
const SVG = 'http://www.w3.org/2000/svg';
const WIDTHS = [480, 900, 1400, 2000];
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

function sizesOf(text) {
  return text.split(';').flatMap((run) => {
    const [size, times] = run.split('*');
    const [width, height] = size.split('x').map(Number);
    return Array.from({ length: Number(times) }, () => ({ width, height }));
  });
}

function marksOf(text) {
  return (text ? text.split(';') : []).map((mark) => {
    const [signer, page, left, top, width, height] = mark.split(',').map(Number);
    return { signer, page, left, top, width, height };
  });
}

function viewer(root) {
  const { address, pageName, loading, missing } = root.dataset;
  const sizes = sizesOf(root.dataset.sizes);
  const marks = marksOf(root.dataset.marks);
  const templates = [...root.querySelectorAll('template[data-signer]')];
  const stage = root.querySelector('[data-stage]');
  const paper = stage.querySelector('svg');
  const number = root.querySelector('input[name="page"]');
  const said = root.querySelector('[data-said]');
  const text = root.querySelector('[data-text]');
  const list = root.querySelector('[data-thumbnails]');
  const sealed = new Set(marks.map((mark) => mark.page));
  let current = Number(root.dataset.current);
  let zoom = 1;

  const picture = (page, width) => `${address}/pages/${page}.png?w=${width}`;

  function width() {
    const dots = paper.getBoundingClientRect().width * Math.min(window.devicePixelRatio || 1, 2);
    return WIDTHS.find((offered) => offered >= dots) ?? WIDTHS.at(-1);
  }

  function fit() {
    paper.style.width = `${zoom * 100}%`;
    const size = sizes[current - 1];
    const dotsPerMm = paper.getBoundingClientRect().width / size.width;
    // Labels stay as large as the text around the page, however small the page is.
    const label = Math.min(Math.max(13 / dotsPerMm, 2), 14);
    paper.style.setProperty('--label', `${label}px`);
  }

  function imprint(mark, size) {
    const link = templates[mark.signer].content.querySelector('[data-imprint]').cloneNode(true);
    link.setAttribute('transform', `translate(${mark.left} ${mark.top})`);
    const frame = link.querySelector('.app-imprint__frame');
    frame.setAttribute('width', mark.width);
    frame.setAttribute('height', mark.height);
    const end = mark.left + Math.max(mark.width, 90) > size.width;
    const label = link.querySelector('.app-imprint__label');
    label.setAttribute('transform', `translate(${end ? mark.width : 0} ${mark.top < 6 ? mark.height + 5.4 : -1.4})`);
    label.setAttribute('text-anchor', end ? 'end' : 'start');
    return link;
  }

  function draw() {
    const size = sizes[current - 1];
    paper.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    paper.querySelectorAll('[data-imprint], text.app-viewer__note').forEach((part) => part.remove());
    for (const part of paper.querySelectorAll('rect:not([class]), image')) {
      part.setAttribute('width', size.width);
      part.setAttribute('height', size.height);
    }
    fit();
    show(paper.querySelector('image'), picture(current, width()), size);
    paper.append(...marks.filter((mark) => mark.page === current).map((mark) => imprint(mark, size)));
    stage.setAttribute('aria-label', pageName.replace('{0}', current));
  }

  // The old page stays until the new one is there, unless that takes long.
  function show(image, href, size) {
    const wanted = current;
    const slow = setTimeout(() => {
      if (wanted !== current) return;
      image.removeAttribute('href');
      note(loading, size);
    }, 400);
    const next = new Image();
    next.onload = () => {
      clearTimeout(slow);
      if (wanted !== current) return;
      paper.querySelector('text.app-viewer__note')?.remove();
      image.setAttribute('href', href);
      for (const page of [current + 1, current - 1]) {
        if (sizes[page - 1]) new Image().src = picture(page, width());
      }
    };
    next.onerror = () => {
      clearTimeout(slow);
      if (wanted !== current) return;
      image.removeAttribute('href');
      note(missing, size);
    };
    next.src = href;
  }

  function note(words, size) {
    paper.querySelector('text.app-viewer__note')?.remove();
    const line = document.createElementNS(SVG, 'text');
    line.setAttribute('class', 'app-viewer__note');
    line.setAttribute('x', size.width / 2);
    line.setAttribute('y', size.height / 3);
    line.textContent = words;
    paper.querySelector('image').after(line);
  }

  function go(page, from) {
    const wanted = Math.min(Math.max(Math.round(page) || current, 1), sizes.length);
    number.value = wanted;
    if (wanted === current) return;
    current = wanted;
    draw();
    steps();
    thumbnail();
    readText();
    said.textContent = pageName.replace('{0}', current);
    history.replaceState(null, '', `${address}?page=${current}`);
    if (from === 'thumbnail') stage.scrollTo({ top: 0 });
  }

  function steps() {
    for (const step of root.querySelectorAll('[data-step]')) {
      const there = sizes[current - 1 + Number(step.dataset.step)] !== undefined;
      step.classList.toggle('app-viewer__step--none', !there);
      if (there) step.removeAttribute('aria-disabled');
      else step.setAttribute('aria-disabled', 'true');
      step.href = `${address}?page=${current + (there ? Number(step.dataset.step) : 0)}#document`;
    }
  }

  function thumbnail() {
    if (!list) return;
    for (const link of list.querySelectorAll('[aria-current]')) mark(link, false);
    const link = list.querySelector(`[data-page="${current}"] a`);
    mark(link, true);
    const item = link.parentElement;
    // Only the list itself scrolls, never the page around it.
    list.scrollTo({
      top: item.offsetTop - list.offsetTop - list.clientHeight / 2 + item.offsetHeight / 2,
      left: item.offsetLeft - list.offsetLeft - list.clientWidth / 2 + item.offsetWidth / 2,
    });
  }

  function mark(link, present) {
    link.classList.toggle('app-viewer__page--current', present);
    link.tabIndex = present ? 0 : -1;
    if (present) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }

  function fillThumbnails() {
    const pattern = list.querySelector('li');
    const items = sizes.map((size, index) => {
      const page = index + 1;
      const there = list.querySelector(`[data-page="${page}"]`);
      const item = there ?? pattern.cloneNode(true);
      const link = item.querySelector('a');
      item.dataset.page = page;
      link.href = `${address}?page=${page}#document`;
      mark(link, page === current);
      link.classList.toggle('app-viewer__page--sealed', sealed.has(page));
      if (!there) {
        link.querySelector('.govuk-visually-hidden')?.remove();
        link.querySelector('.app-viewer__name').textContent = page;
        const image = link.querySelector('img');
        image.src = picture(page, 160);
        image.height = Math.round((72 * size.height) / size.width);
      }
      return item;
    });
    list.replaceChildren(...items);
  }

  async function readText() {
    if (!text?.open) return;
    const words = text.querySelector('[data-words]');
    const wanted = current;
    words.hidden = false;
    try {
      const answer = await fetch(`${address}/pages/${wanted}.txt`);
      const found = answer.ok ? await answer.text() : missing;
      if (wanted === current) words.textContent = found;
    } catch {
      words.textContent = missing;
    }
  }

  root.addEventListener('click', (event) => {
    const step = event.target.closest('[data-step]');
    const page = event.target.closest('[data-thumbnails] [data-page]');
    const zoomed = event.target.closest('[data-zoom]');
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (step) go(current + Number(step.dataset.step));
    else if (page) go(Number(page.dataset.page), 'thumbnail');
    else if (zoomed) enlarge(Number(zoomed.dataset.zoom));
    else return;
    event.preventDefault();
  });

  function enlarge(by) {
    zoom = ZOOMS[Math.min(Math.max(ZOOMS.indexOf(zoom) + by, 0), ZOOMS.length - 1)];
    root.querySelector('[data-zoomed]').textContent = `${zoom * 100}%`;
    draw();
  }

  const keys = {
    PageDown: () => go(current + 1),
    PageUp: () => go(current - 1),
    Home: () => go(1),
    End: () => go(sizes.length),
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    '-': () => enlarge(-1),
  };
  stage.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    act();
    event.preventDefault();
  });
  const along = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  list?.addEventListener('keydown', (event) => {
    const step = along[event.key];
    const act = step ? () => go(current + step) : keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    act();
    list.querySelector('[aria-current]').focus({ preventScroll: true });
    event.preventDefault();
  });
  number.form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(Number(number.value));
  });
  number.addEventListener('change', () => go(Number(number.value)));
  // Links elsewhere on the page that lead to an imprint.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-viewer-page]');
    if (!link) return;
    event.preventDefault();
    go(Number(link.dataset.viewerPage));
    root.scrollIntoView({ block: 'start' });
    (paper.querySelector(`[data-imprint][href="${link.dataset.viewerImprint}"]`) ?? stage).focus({ preventScroll: true });
  });
  // What is told about a signature takes the focus, or a keyboard would be left on the picture.
  paper.addEventListener('click', (event) => {
    const link = event.target.closest('[data-imprint]');
    const told = link && document.querySelector(link.getAttribute('href'));
    if (!told) return;
    event.preventDefault();
    told.scrollIntoView({ block: 'start' });
    told.focus({ preventScroll: true });
  });
  text?.addEventListener('toggle', readText);
  new ResizeObserver(fit).observe(stage);

  for (const part of root.querySelectorAll('[data-scripted]')) part.hidden = false;
  for (const part of root.querySelectorAll('[data-unscripted]')) part.hidden = true;
  root.classList.add('app-viewer--live');
  if (list) {
    fillThumbnails();
    thumbnail();
  }
  draw();
}

for (const root of document.querySelectorAll('[data-viewer]')) viewer(root);
