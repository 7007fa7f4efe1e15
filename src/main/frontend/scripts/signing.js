// Keys that people hold: makes them, signs with them, signs in with them. The server sees public keys and signatures only.
import { maySign } from './binding.js';

const STORE = 'keys';
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ES256 = { name: 'ECDSA', hash: 'SHA-256' };
const PATIENCE = 120_000;

const toBase64Url = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromBase64Url = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const fromHex = (text) => Uint8Array.from(text.replace(/^0x/, '').match(/../g), (pair) => parseInt(pair, 16));

/** A problem that has words of its own on the page. */
class Said extends Error {
  constructor(word) {
    super(word);
    this.word = word;
  }
}

// The store of this browser: private keys that it uses and never shows.
function inStore(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('yinxin', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(new Said('storage'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result);
      };
      transaction.onabort = () => reject(new Said('storage'));
    };
  });
}

const keep = (id, key) => inStore('readwrite', (store) => store.put(key, id));
const kept = (id) => inStore('readonly', (store) => store.get(id));

function demandWebCrypto() {
  if (!globalThis.isSecureContext) throw new Said('address');
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) throw new Said('unsupported');
}

function demandPasskeys() {
  if (!globalThis.isSecureContext) throw new Said('address');
  if (!globalThis.PublicKeyCredential) throw new Said('unsupported');
}

/** Posts to our own server with the page's token, and reads the answer. */
async function ask(address) {
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: document.querySelector('input[name=_csrf]').value }),
    headers: { Accept: 'application/json' },
    redirect: 'error',
  });
  if (answer.status === 429) throw new Said('often');
  if (answer.status === 403 && (await answer.json().catch(() => null))?.code === 'not-confirmed') throw new Said('unconfirmed');
  if (!answer.ok) throw new Said('broken');
  return answer.json();
}

/** A browser says in one error that somebody cancelled, waited too long, or has no such passkey: the clock tells some apart. */
async function asked(ceremony) {
  const began = performance.now();
  try {
    return await ceremony();
  } catch (problem) {
    if (problem.name === 'InvalidStateError') throw new Said('enrolled');
    if (problem.name === 'SecurityError') throw new Said('address');
    if (problem.name === 'NotSupportedError' || problem.name === 'ConstraintError') throw new Said('unfit');
    if (problem.name === 'NotAllowedError' || problem.name === 'AbortError') {
      throw new Said(performance.now() - began >= PATIENCE ? 'late' : 'cancelled');
    }
    throw problem;
  }
}

const descriptors = (list) => list.map(({ id, type, transports }) => ({ id: fromBase64Url(id), type, transports }));

async function newPasskey() {
  demandPasskeys();
  const options = await ask('/account/keys/passkey-options');
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: fromBase64Url(options.challenge),
        user: { ...options.user, id: fromBase64Url(options.user.id) },
        excludeCredentials: descriptors(options.excludeCredentials),
        timeout: PATIENCE,
      },
    }),
  );
  return JSON.stringify({
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: toBase64Url(credential.response.clientDataJSON),
      attestationObject: toBase64Url(credential.response.attestationObject),
      transports: credential.response.getTransports?.() ?? [],
    },
    clientExtensionResults: {},
  });
}

async function newBrowserKey() {
  demandWebCrypto();
  const { keyId, statement } = await ask('/account/keys/browser-challenge');
  const pair = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const signature = await crypto.subtle.sign(ES256, pair.privateKey, new TextEncoder().encode(statement));
  await keep(keyId, pair.privateKey);
  // Without this a browser that runs short of room may throw the key away.
  navigator.storage?.persist?.();
  return JSON.stringify({ key: { kty, crv, x, y }, signature: toBase64Url(signature) });
}

async function passkeySignature(prompt) {
  demandPasskeys();
  const { credential, site, act } = prompt.dataset;
  const { response } = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: fromHex(act),
        rpId: site,
        allowCredentials: [{ type: 'public-key', id: fromBase64Url(credential) }],
        userVerification: 'required',
        timeout: PATIENCE,
      },
    }),
  );
  return {
    signature: toBase64Url(response.signature),
    authenticatorData: toBase64Url(response.authenticatorData),
    clientDataJSON: toBase64Url(response.clientDataJSON),
  };
}

async function browserSignature(prompt) {
  demandWebCrypto();
  const key = await kept(prompt.dataset.key);
  if (!key) throw new Said('elsewhere');
  return { signature: toBase64Url(await crypto.subtle.sign(ES256, key, fromHex(prompt.dataset.act))) };
}

async function sign(prompt) {
  const ways = { PASSKEY: passkeySignature, BROWSER: browserSignature };
  const way = ways[prompt.dataset.signing];
  if (!way) throw new Said('machine');
  if (!(await maySign(prompt.closest('form')))) throw new Said('binding');
  return JSON.stringify(await way(prompt));
}

async function passkeyForSignIn(form) {
  demandPasskeys();
  const options = await ask(form.dataset.options ?? '/sign-in/passkey/options');
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: fromBase64Url(options.challenge),
        rpId: options.rpId,
        allowCredentials: [],
        userVerification: 'required',
        timeout: PATIENCE,
      },
    }),
  );
  const { response } = credential;
  return JSON.stringify({
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: toBase64Url(response.clientDataJSON),
      authenticatorData: toBase64Url(response.authenticatorData),
      signature: toBase64Url(response.signature),
      userHandle: response.userHandle ? toBase64Url(response.userHandle) : undefined,
    },
    clientExtensionResults: {},
  });
}

/** Lets the form go only with its field filled; what goes wrong is said on the page and nothing typed is lost. */
function answering(form, part, field, work) {
  const said = part.querySelector('[data-said]');
  const waiting = part.querySelector('[data-waiting]');
  let busy = false;

  function say(word) {
    const words = part.querySelector(`[data-word="${word}"]`) ?? part.querySelector('[data-word="broken"]');
    said.textContent = words.textContent;
    said.hidden = false;
    said.scrollIntoView({ block: 'nearest' });
  }

  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (button?.formNoValidate) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    said.hidden = true;
    waiting.hidden = false;
    try {
      field.value = await work(button);
      if (button?.name) {
        const chosen = Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value });
        form.append(chosen);
      }
      if (button?.hasAttribute('formaction')) form.setAttribute('action', button.formAction);
      form.submit();
    } catch (problem) {
      busy = false;
      say(problem instanceof Said ? problem.word : 'broken');
    } finally {
      waiting.hidden = true;
    }
  });
  // Whoever comes back to the page signs anew.
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      busy = false;
      field.value = '';
    }
  });
}

for (const prompt of document.querySelectorAll('[data-signing]')) {
  answering(prompt.closest('form'), prompt, prompt.querySelector('input[name=signature]'), () => sign(prompt));
}

for (const form of document.querySelectorAll('[data-enrolment]')) {
  form.hidden = false;
  answering(form, form, form.elements.answer, (button) => (button?.value === 'BROWSER' ? newBrowserKey() : newPasskey()));
}

for (const form of document.querySelectorAll('[data-passkey-sign-in]')) {
  form.hidden = !globalThis.PublicKeyCredential;
  answering(form, form, form.elements.answer, () => passkeyForSignIn(form));
}

for (const part of document.querySelectorAll('[data-demonstration]')) {
  const button = part.querySelector('[data-load]');
  const loaded = () => {
    button.hidden = true;
    part.querySelector('[data-failed]').hidden = true;
    part.querySelector('[data-loaded]').hidden = false;
  };
  button.hidden = !globalThis.indexedDB || !globalThis.crypto?.subtle;
  if (!button.hidden && (await kept(part.dataset.key))) loaded();
  button.addEventListener('click', async () => {
    try {
      const jwk = await ask(part.dataset.demonstration);
      await keep(part.dataset.key, await crypto.subtle.importKey('jwk', jwk, P256, false, ['sign']));
      loaded();
    } catch {
      part.querySelector('[data-failed]').hidden = false;
    }
  });
}

// Which of the listed keys of browsers is this browser's own.
for (const mark of document.querySelectorAll('[data-kept-here]')) {
  if (globalThis.indexedDB) mark.hidden = !(await kept(mark.dataset.keptHere));
}
