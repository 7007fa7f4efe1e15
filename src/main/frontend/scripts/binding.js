// What a use binds, computed here: the digest of the file as this browser read it, the commitments over it, and the digest
// that is signed (EIP-712). Nothing of it is taken from the page but the parts that the page shows.
const DRAFT = /^\/stamping\/drafts\/([0-9a-f-]{36})\//;
const PENDING = 'yinxin-file';
const CHOSEN = 'yinxin-files';
const KEPT = 100;
const PENDING_LASTS = 120_000;

const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text) => Uint8Array.from(text.replace(/^0x/, '').match(/../g) ?? [], (pair) => parseInt(pair, 16));
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

// Keccak-256 (FIPS 202's permutation with the padding of Ethereum).
const LANE = (1n << 64n) - 1n;
const RATE = 136;
const ROUNDS = [
  0x1n, 0x8082n, 0x800000000000808an, 0x8000000080008000n, 0x808bn, 0x80000001n, 0x8000000080008081n, 0x8000000000008009n,
  0x8an, 0x88n, 0x80008009n, 0x8000000an, 0x8000808bn, 0x800000000000008bn, 0x8000000000008089n, 0x8000000000008003n,
  0x8000000000008002n, 0x8000000000000080n, 0x800an, 0x800000008000000an, 0x8000000080008081n, 0x8000000000008080n,
  0x80000001n, 0x8000000080008008n,
];
const turned = (lane, by) => (by === 0n ? lane : ((lane << by) | (lane >> (64n - by))) & LANE);

function permuted(lanes) {
  for (const round of ROUNDS) {
    const columns = [0, 1, 2, 3, 4].map((x) => lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20]);
    for (let i = 0; i < 25; i++) lanes[i] ^= columns[(i + 4) % 5] ^ turned(columns[(i + 1) % 5], 1n);
    let [x, y, moved] = [1, 0, lanes[1]];
    for (let t = 0; t < 24; t++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const before = lanes[x + 5 * y];
      lanes[x + 5 * y] = turned(moved, BigInt((((t + 1) * (t + 2)) / 2) % 64));
      moved = before;
    }
    for (let row = 0; row < 25; row += 5) {
      const old = lanes.slice(row, row + 5);
      for (let i = 0; i < 5; i++) lanes[row + i] = old[i] ^ (~old[(i + 1) % 5] & LANE & old[(i + 2) % 5]);
    }
    lanes[0] ^= round;
  }
}

function keccak(bytes) {
  const padded = new Uint8Array((Math.floor(bytes.length / RATE) + 1) * RATE);
  padded.set(bytes);
  padded[bytes.length] ^= 0x01;
  padded[padded.length - 1] ^= 0x80;
  const view = new DataView(padded.buffer);
  const lanes = Array(25).fill(0n);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let i = 0; i < RATE / 8; i++) lanes[i] ^= view.getBigUint64(block + 8 * i, true);
    permuted(lanes);
  }
  const hash = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 4; i++) hash.setBigUint64(8 * i, lanes[i], true);
  return new Uint8Array(hash.buffer);
}

// EIP-712, as src/main/solidity reads it.
const DOMAIN_TYPE = 'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)';
const USE_TYPE =
  'Use(bytes16 entry,bytes32 seal,bytes32 use,bytes32 authorised,bytes32 purpose,bytes32 mandate,bytes32 kind,uint64 expiry)';
const left = (bytes) => joined(bytes, new Uint8Array(32 - bytes.length));
const right = (bytes) => joined(new Uint8Array(32 - bytes.length), bytes);
const uint = (number) => fromHex(BigInt(number).toString(16).padStart(64, '0'));

/** The 32 bytes to be signed for this file under what the page shows. */
async function digestOf(bound, file) {
  const purpose = decodeURIComponent(bound.purpose);
  const salt = fromHex(bound.salt);
  const authorised = await sha256(joined(salt, utf8(`yinxin-use-1\n${file}\n${bound.plan}\n${purpose}`)));
  const domain = keccak(
    joined(
      keccak(utf8(DOMAIN_TYPE)),
      keccak(utf8('Yinxin Seal Ledger')),
      keccak(utf8('1')),
      uint(bound.chain),
      right(fromHex(bound.contract)),
    ),
  );
  const use = keccak(
    joined(
      keccak(utf8(USE_TYPE)),
      left(fromHex(bound.entry.replaceAll('-', ''))),
      fromHex(bound.seal),
      await sha256(utf8(`yinxin-use:${bound.code}`)),
      authorised,
      await sha256(joined(salt, utf8(purpose))),
      fromHex(bound.mandate),
      fromHex(bound.kind),
      uint(bound.expiry),
    ),
  );
  return hex(keccak(joined(fromHex('1901'), domain, use)));
}

const lines = (text) => text.replace(/\r\n?/g, '\n');

/** Whether the page shows the purpose and the use code that are bound. */
function isShown(form, bound) {
  const purpose = document.querySelector('[data-shown=purpose]')?.textContent ?? '';
  return lines(purpose) === lines(decodeURIComponent(bound.purpose)) && form.elements.use.value === bound.code;
}

// The digests of the files that were chosen in this browser, by draft. They name nobody and leave no file behind.
function chosenFiles() {
  try {
    return new Map(JSON.parse(localStorage.getItem(CHOSEN) ?? '[]'));
  } catch {
    return new Map();
  }
}

function remember(draft, file) {
  const files = chosenFiles();
  files.delete(draft);
  files.set(draft, file);
  try {
    localStorage.setItem(CHOSEN, JSON.stringify([...files].slice(-KEPT)));
  } catch {
    // A browser that keeps nothing asks for the file once more.
  }
}

/** The upload that has just been sent became the draft on whose pages we are. */
function settlePending() {
  try {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
    sessionStorage.removeItem(PENDING);
    const draft = DRAFT.exec(location.pathname)?.[1];
    if (pending && draft && !chosenFiles().has(draft) && Date.now() - pending.at < PENDING_LASTS) remember(draft, pending.file);
  } catch {
    // The same.
  }
}

const digestOfFile = async (file) => hex(await sha256(await file.arrayBuffer()));

/**
 * How the page's prompt stands to the file: "own" when it binds the file that was chosen in this browser, "held" when this
 * browser has not seen that file and the prompt binds what the portal keeps, "other" when it binds another file, "broken"
 * when it binds something else than the page shows.
 */
async function standing(form, part) {
  const bound = part.dataset;
  const act = form.querySelector('[data-act]').dataset.act.replace(/^0x/, '');
  if (!isShown(form, bound)) return { stands: 'broken' };
  const own = chosenFiles().get(bound.draft);
  if (own) {
    if ((await digestOf(bound, own)) === act) return { stands: 'own', file: own };
    return { stands: own === bound.file ? 'broken' : 'other', file: own };
  }
  const answer = await fetch(`/stamping/drafts/${bound.draft}/file`, { redirect: 'error' });
  if (!answer.ok) return { stands: 'broken' };
  const held = hex(await sha256(await answer.arrayBuffer()));
  return { stands: (await digestOf(bound, held)) === act ? 'held' : 'broken', file: held };
}

async function show(form, part) {
  part.hidden = false;
  const { stands, file } = await standing(form, part).catch(() => ({ stands: 'unable' }));
  for (const words of part.querySelectorAll('[data-stands]')) words.hidden = words.dataset.stands !== stands;
  for (const place of part.querySelectorAll('[data-computed]')) place.textContent = file ?? '';
  part.querySelector('[data-compare]').hidden = stands !== 'held' && stands !== 'other';
  return stands;
}

/** Whether the form's prompt may be signed; forms that bind no file always may. */
export async function maySign(form) {
  const part = form.querySelector('[data-binding]');
  if (!part) return true;
  const stands = await show(form, part);
  if (stands === 'own' || stands === 'held') return true;
  part.scrollIntoView({ block: 'center' });
  return false;
}

settlePending();

for (const form of document.querySelectorAll('form[data-remembers]')) {
  form.addEventListener('submit', async (event) => {
    const file = form.querySelector('input[type=file]').files[0];
    if (!file || !globalThis.crypto?.subtle) return;
    event.preventDefault();
    try {
      sessionStorage.setItem(PENDING, JSON.stringify({ file: await digestOfFile(file), at: Date.now() }));
    } catch {
      // Then the check page asks for the file.
    }
    form.submit();
  });
}

for (const part of document.querySelectorAll('[data-binding]')) {
  const form = part.closest('form');
  show(form, part);
  part.querySelector('[data-compare] input').addEventListener('change', async (event) => {
    const file = event.target.files[0];
    if (!file) return;
    remember(part.dataset.draft, await digestOfFile(file));
    await show(form, part);
  });
}
