// What every page gets where scripts run: govuk-frontend's behaviour, parts that refresh themselves, copy buttons.
import { initAll } from '/assets/govuk-frontend.min.js';

initAll();

// The unseen comma inside the button would make its spoken name differ from what it shows (WCAG 2.5.3).
for (const button of document.querySelectorAll('.govuk-file-upload-button')) {
  button.querySelector('[id$="-comma"]')?.remove();
  button.setAttribute('aria-labelledby', `${button.id}-label ${button.id}`);
}

// <div data-refresh-url="/…" data-refresh-seconds="2">: replaced by the answer until the answer no longer asks for more.
function keepFresh(part) {
  const seconds = Number(part.dataset.refreshSeconds ?? 2);
  setTimeout(async () => {
    try {
      const answer = await fetch(part.dataset.refreshUrl, { headers: { 'X-Requested-With': 'fetch' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector(part.id ? `#${CSS.escape(part.id)}` : '[data-refresh-url], [data-refreshed]');
      if (fresh) {
        if (fresh.dataset.reload !== undefined) return location.reload();
        part.replaceWith(fresh);
        return start(fresh.parentElement ?? document);
      }
    } catch {
      // The next round tries again.
    }
    keepFresh(part);
  }, seconds * 1000);
}

function start(root) {
  for (const part of root.querySelectorAll('[data-refresh-url]:not([data-refreshing])')) {
    part.dataset.refreshing = '';
    keepFresh(part);
  }
  for (const button of root.querySelectorAll('.app-copy[hidden]')) {
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
    });
  }
}

start(document);
