// Builds what the pages are dressed in: styles with our theme, fonts cut to our letters, one icon sprite, one script.
// node build.mjs OUT: writes hashed files, manifest.properties (name=hashed name) and THIRD-PARTY.md to OUT.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'

const here = path.dirname(fileURLToPath(import.meta.url))
const out = path.resolve(process.argv[2] ?? path.join(here, '../app/target/classes/static/assets'))
const icons = path.join(here, '../app/src/main/java/kz/shanyraq/office/page/Icon.java')

const sha = bytes => createHash('sha256').update(bytes).digest('hex')
const walk = folder => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath ?? entry.path, entry.name)).sort()

const sources = ['package.json', 'package-lock.json', 'build.mjs', 'theme.json'].map(name => path.join(here, name))
  .concat(walk(path.join(here, 'src')), icons)
const stamp = sha(sources.map(file => path.relative(here, file) + sha(fs.readFileSync(file))).join())
const stampFile = path.join(out, '.stamp')
if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) process.exit(0)

// What the lock file names, when it is not there yet.
const modules = path.join(here, 'node_modules')
const lock = sha(fs.readFileSync(path.join(here, 'package-lock.json')))
const installed = path.join(modules, '.lock-hash')
if (!fs.existsSync(installed) || fs.readFileSync(installed, 'utf8') !== lock) {
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--loglevel=error'],
    { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  fs.writeFileSync(installed, lock)
}

const { build } = await import('esbuild')
const { default: subsetFont } = await import('subset-font')
const { optimize } = await import('svgo')

fs.rmSync(out, { recursive: true, force: true })
fs.mkdirSync(out, { recursive: true })
const manifest = {}
const squeezable = /\.(css|js|svg|txt|md)$/

/** Writes a file under a name that carries its content, with a gzip and a brotli copy where that saves anything. */
function keep(name, bytes) {
  const dot = name.lastIndexOf('.')
  const hashed = `${name.slice(0, dot)}.${sha(bytes).slice(0, 10)}${name.slice(dot)}`
  fs.writeFileSync(path.join(out, hashed), bytes)
  if (squeezable.test(name) && bytes.length > 600) {
    fs.writeFileSync(path.join(out, hashed + '.gz'), zlib.gzipSync(bytes, { level: 9 }))
    fs.writeFileSync(path.join(out, hashed + '.br'), zlib.brotliCompressSync(bytes))
  }
  manifest[name] = hashed
  return hashed
}

// Fonts: one variable family, five files by script, so that a reader loads what the language needs, and of its weights those that the styles use:
// on the line of a village each 50 kB are a second.
const range = text => text.split(',').flatMap(part => {
  const [from, to = from] = part.replace('U+', '').split('-').map(hex => parseInt(hex, 16))
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
}).join('')
const fonts = [
  ['latin', 'latin', 'U+20-7E,U+A0,U+A7,U+A9,U+AB,U+B0-B3,U+B7,U+BB,U+D7,U+2010-2027,U+202F,U+2030-203A,U+2122,U+2190-2193,U+2212'],
  ['latin-accents', 'latin', 'U+A1-A6,U+A8,U+AA,U+AC-AF,U+B4-B6,U+B8-BA,U+BC-D6,U+D8-FF'],
  ['russian', 'cyrillic', 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116'],
  ['kazakh', 'cyrillic-ext', 'U+492-493,U+49A-49B,U+4A2-4A3,U+4AE-4AF,U+4BA-4BB,U+4D8-4D9,U+4E8-4E9'],
  ['kazakh-latin', 'latin-ext', 'U+11E-11F,U+130-131,U+15E-15F,U+16A-16B,U+20B8'],
]
let faces = ''
for (const [name, subset, unicodes] of fonts) {
  const source = fs.readFileSync(path.join(modules, `@fontsource-variable/noto-sans/files/noto-sans-${subset}-wght-normal.woff2`))
  const file = keep(`noto-sans-${name}.woff2`, await subsetFont(source, range(unicodes), { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700, default: 400 } } }))
  faces += `@font-face{font-family:"Noto Sans";src:url(${file}) format("woff2");font-weight:400 700;font-display:swap;unicode-range:${unicodes}}\n`
}

// The same family for paper, as TrueType, cut to the letters that a letter to a family may need.
const letters = range('U+20-7E,U+A0-FF,U+100-17F,U+218-21B,U+301,U+400-4FF,U+2010-2027,U+202F,U+2030-203A,U+20B8,U+2116,U+2212')
for (const [name, drawing] of [['regular', '400Regular/NotoSans_400Regular'], ['bold', '700Bold/NotoSans_700Bold']]) {
  const source = fs.readFileSync(path.join(modules, `@expo-google-fonts/noto-sans/${drawing}.ttf`))
  keep(`paper-${name}.ttf`, await subsetFont(source, letters, { targetFormat: 'truetype' }))
}

// Styles: the design system's parts that we use, our theme's tokens, our own layer.
const work = path.join(path.dirname(path.dirname(path.dirname(out))), 'ui')
fs.rmSync(work, { recursive: true, force: true })
fs.mkdirSync(work, { recursive: true })
fs.copyFileSync(path.join(here, 'theme.json'), path.join(work, 'designsystemet.config.json'))
const theme = path.join(modules, '@digdir/designsystemet/dist/bin/designsystemet.js')
for (const step of [['create', '--clean', 'true', '--config', 'designsystemet.config.json'], ['build', '-t', 'design-tokens', '-o', 'built']])
  execFileSync(process.execPath, [theme, 'tokens', ...step], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] })

// Paper is light, whatever the screen is.
const tokens = path.join(work, 'built/dala.css')
fs.writeFileSync(tokens, fs.readFileSync(tokens, 'utf8')
  .replace(/\[data-color-scheme="dark"\] \{[^{}]*\}/g, block => `@media screen {${block}}`)
  .replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)'))

const base = ['base', 'paragraph', 'validation-message']
const components = ['heading', 'link', 'label', 'list', 'skip-link', 'divider', 'button', 'field', 'fieldset', 'input', 'error-summary',
  'table', 'tag', 'chip', 'alert', 'dialog', 'skeleton', 'spinner']
const dressing = '@digdir/designsystemet-css/dist/src'
fs.writeFileSync(path.join(work, 'all.css'), [
  '@layer ds.theme, ds.base, ds.components, app;',
  ...base.map(name => `@import "${dressing}/${name}.css" layer(ds.base);`),
  ...components.map(name => `@import "${dressing}/${name}.css" layer(ds.components);`),
  '@import "./built/dala.css";',
  ...walk(path.join(here, 'src')).filter(file => file.endsWith('.css')).map(file => `@import "${file}" layer(app);`),
].join('\n'))
const bundled = await build({
  entryPoints: [path.join(work, 'all.css')], bundle: true, minify: true, write: false, legalComments: 'none', logLevel: 'warning',
  nodePaths: [modules], target: ['chrome109', 'safari15.6', 'firefox121'], external: ['data:*'],
  // The components are taken one by one by path, which the package's list of exports does not offer.
  plugins: [{ name: 'dressing', setup: b => b.onResolve({ filter: /^@digdir\/designsystemet-css\// }, args => ({ path: path.join(modules, args.path) })) }],
  logOverride: { 'unsupported-css-nesting': 'silent', 'unsupported-css-property': 'silent' },
})
let styles = bundled.outputFiles[0].text
// Pictures inside the style sheet become files of their own: our content security policy knows no data: addresses.
styles = styles.replace(/url\("?(data:image\/svg\+xml[^")]*)"?\)/g, (_, address) =>
  `url(${keep('sign.svg', Buffer.from(decodeURIComponent(address.slice(address.indexOf(',') + 1))))})`)
delete manifest['sign.svg']
// The design system's own words are Norwegian; ours come from the messages.
styles = styles.replace(/"%d tegn[^"]*"|"Du er her:"/g, '""')
keep('app.css', Buffer.from(faces + styles))

// Icons: those that Icon.java names, and our own drawings, as symbols of one file.
const slim = (svg, digits) => optimize(svg, { floatPrecision: digits, multipass: true }).data
const symbol = (id, svg) => {
  const box = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 24 24'
  return `<symbol id="${id}" viewBox="${box}">${svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')}</symbol>`
}
let sprite = ''
for (const [, constant, drawing] of fs.readFileSync(icons, 'utf8').matchAll(/^\s+([A-Z][A-Z0-9_]*)\("([A-Za-z0-9-]+)"\)[,;]/gm)) {
  const own = path.join(here, 'src/icons', drawing + '.svg')
  const file = fs.existsSync(own) ? own : path.join(modules, '@navikt/aksel-icons/dist/svg', drawing + '.svg')
  sprite += symbol(constant.toLowerCase().replaceAll('_', '-'), slim(fs.readFileSync(file, 'utf8'), 1))
}
keep('icons.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${sprite}</svg>`))
keep('mark.svg', Buffer.from(slim(fs.readFileSync(path.join(here, 'src/mark.svg'), 'utf8'), 2)))

// The script: htmx and our few habits.
const script = await build({
  entryPoints: [path.join(here, 'src/app.js')], bundle: true, minify: true, write: false, legalComments: 'none', format: 'iife',
  nodePaths: [modules], target: ['chrome109', 'safari15.6', 'firefox121'], logLevel: 'warning',
})
keep('app.js', Buffer.from(script.outputFiles[0].contents))

// What of others is inside.
const shipped = ['@digdir/designsystemet-css', '@digdir/designsystemet', '@fontsource-variable/noto-sans', '@expo-google-fonts/noto-sans', '@navikt/aksel-icons', 'htmx.org']
const packages = shipped.map(name => ({ name, folder: path.join(modules, name), ...JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')) }))
const text = ({ folder }) => {
  const files = fs.readdirSync(folder).filter(name => /^licen[cs]e/i.test(name))
  const file = files.find(name => /font/i.test(name)) ?? files[0]
  return file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : ''
}
fs.writeFileSync(path.join(out, 'THIRD-PARTY.md'), ['# What of others is in these pages', '',
  'Styles, theme, fonts (subsets), icons and script are built from these packages. Generated by the build.', '',
  '| Package | Version | Licence |', '|---|---|---|',
  ...packages.map(p => `| ${p.name} | ${p.version} | ${p.license} |`), '',
  ...packages.flatMap(p => [`## ${p.name} ${p.version}`, '', '```', text(p) || p.license, '```', ''])].join('\n'))

fs.writeFileSync(path.join(out, 'manifest.properties'), Object.entries(manifest).sort().map(([name, file]) => `${name}=${file}\n`).join(''))
fs.writeFileSync(stampFile, stamp)
