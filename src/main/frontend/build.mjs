// Prepares everything the Java build needs from the npm world: installs the locked packages,
// compiles the contracts (solc) and the styles (sass), and copies scripts, fonts and pictures.
// Each step is skipped when none of its inputs changed. Usage: node build.mjs <maven target folder>
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const target = resolve(process.argv[2] ?? join(root, 'target'));
const modules = join(root, 'node_modules');
const require = createRequire(join(root, 'package.json'));

function fail(sentence) {
  console.error(`\nYinxin cannot be built: ${sentence}\n`);
  process.exit(1);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs the step unless the stamp file holds the digest of the same inputs and outputs still exist. */
function once(name, stamp, inputs, outputs, step) {
  const digest = digestOf(inputs);
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && outputs.every(existsSync);
  if (fresh) return;
  console.log(`[frontend] ${name}`);
  step();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function installPackages() {
  const inputs = ['package.json', 'package-lock.json', '.npmrc'].map((file) => join(root, file));
  once('installing npm packages', join(modules, '.yinxin-installed'), inputs, [modules], () => {
    const npm = spawnSync('npm', ['ci', '--no-progress'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (npm.error) fail('npm was not found. Install Node.js 20 or newer (it brings npm) and try again.');
    if (npm.status !== 0) fail('npm could not install the packages (see its message above). Check the network and try again.');
  });
}

function compileContracts() {
  const sources = join(root, 'src/main/solidity');
  const files = filesBelow(sources).filter((file) => file.endsWith('.sol'));
  const out = join(target, 'contracts');
  const stamp = join(out, '.inputs');
  once('compiling contracts', stamp, [...files, join(root, 'package-lock.json')], [out], () => {
    const solc = require('solc');
    const input = {
      language: 'Solidity',
      sources: Object.fromEntries(files.map((file) => [relative(sources, file), { content: readFileSync(file, 'utf8') }])),
      settings: {
        optimizer: { enabled: true, runs: 500 },
        viaIR: true,
        evmVersion: 'osaka',
        outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
      },
    };
    const find = (path) => {
      const file = join(modules, path);
      return existsSync(file) ? { contents: readFileSync(file, 'utf8') } : { error: `not found: ${path}` };
    };
    const result = JSON.parse(solc.compile(JSON.stringify(input), { import: find }));
    const problems = (result.errors ?? []).filter((error) => error.severity !== 'info');
    if (problems.length > 0) {
      fail(`the contracts do not compile without warnings:\n${problems.map((problem) => problem.formattedMessage).join('\n')}`);
    }
    mkdirSync(out, { recursive: true });
    for (const file of files) {
      for (const [name, contract] of Object.entries(result.contracts[relative(sources, file)] ?? {})) {
        writeFileSync(join(out, `${name}.abi`), JSON.stringify(contract.abi));
        writeFileSync(join(out, `${name}.bin`), contract.evm.bytecode.object);
      }
    }
  });
}

function compileStyles() {
  const styles = join(root, 'src/main/frontend/styles');
  const out = join(target, 'frontend/static/assets/yinxin.css');
  once('compiling styles', join(target, 'frontend-stamps/styles'), [...filesBelow(styles), join(root, 'package-lock.json')], [out], () => {
    const sass = require('sass');
    const css = sass.compile(join(styles, 'yinxin.scss'), { style: 'compressed', loadPaths: [modules], quietDeps: true }).css;
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, css);
  });
}

function copyAssets() {
  const assets = join(target, 'frontend/static/assets');
  const copies = [
    [join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), join(assets, 'govuk-frontend.min.js')],
    [join(root, 'src/main/frontend/scripts'), join(assets, 'scripts')],
    [join(modules, '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'), join(target, 'frontend/fonts/NotoSerifSC-SemiBold.ttf')],
    [join(modules, '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'), join(target, 'frontend/fonts/NotoSerifSC-Regular.ttf')],
    ...[
      ['noto-serif-tibetan/700Bold/NotoSerifTibetan_700Bold.ttf', 'NotoSerifTibetan-Bold.ttf'],
      ['noto-sans-yi/400Regular/NotoSansYi_400Regular.ttf', 'NotoSansYi-Regular.ttf'],
      ['noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf', 'NotoNaskhArabic-Bold.ttf'],
      ['noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf', 'NotoSansMongolian-Regular.ttf'],
    ].map(([from, to]) => [join(modules, '@expo-google-fonts', from), join(target, 'frontend/fonts', to)]),
    ...[400, 600, 700].map((weight) => [
      join(modules, `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`),
      join(assets, `fonts/source-sans-3-latin-${weight}-normal.woff2`),
    ]),
    [join(modules, '@expo-google-fonts/noto-serif-sc/LICENSE_FONT'), join(target, 'frontend/fonts/LICENSE')],
  ];
  const inputs = copies.flatMap(([from]) => (statSync(from).isDirectory() ? filesBelow(from) : [from]));
  once('copying assets', join(target, 'frontend-stamps/assets'), inputs, copies.map(([, to]) => to), () => {
    for (const [from, to] of copies) {
      mkdirSync(dirname(to), { recursive: true });
      cpSync(from, to, { recursive: true });
    }
  });
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js 20 or newer is needed, this is ${process.versions.node}.`);
installPackages();
compileContracts();
compileStyles();
copyAssets();
