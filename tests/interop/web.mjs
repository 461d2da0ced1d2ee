// Opens every page named on the command line in a real browser; prints JSON lines with the faults found.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 360, height: 740 }
const LEAST = { width: 320, height: 640 } // WCAG 1.4.10
const DESK = { width: 1280, height: 900 }
const VIEWS = [
  { viewport: PHONE, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: DESK, colorScheme: 'light', reducedMotion: 'reduce' }
]
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } }
}

async function accessible (page, view) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(options => window.axe.run(document, options), OPTIONS)
  return violations.map(({ id, nodes }) => `axe ${id} ${view}: ${nodes[0].html.slice(0, 120)}`)
}

// Everything that can be used is reached with the Tab key, in the order of the text, and shows it.
async function reachable (page) {
  const all = await page.evaluate(() => {
    const used = [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
    const seen = used.filter(item => item.checkVisibility({ visibilityProperty: true }))
    seen.forEach((item, at) => { item.dataset.at = at })
    return seen.length
  })
  const order = []
  const faults = []
  for (let at = 0; at < all; at++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const item = document.activeElement
      const look = getComputedStyle(item)
      const box = item.getBoundingClientRect()
      const shown = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
      return { at: item.dataset.at, shown, inside: box.left >= 0 && box.right <= innerWidth, size: Math.min(box.width, box.height) }
    })
    order.push(Number(found.at))
    if (!found.shown || !found.inside) faults.push(`keyboard: focus ${at} is not seen`)
    if (found.size < 24) faults.push(`keyboard: target ${at} is ${found.size} px`)
  }
  if (order.some((at, place) => at !== place)) faults.push(`keyboard: order ${order}`)
  return faults
}

async function reflows (page) {
  await page.setViewportSize(LEAST)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  return wide > LEAST.width ? [`reflow: ${wide} px at a width of ${LEAST.width}`] : []
}

async function prints (page) {
  const data = await page.pdf({ preferCSSPageSize: true })
  return data.subarray(0, 5).toString() === '%PDF-' && data.length > 5000 ? [] : ['print: no pages']
}

async function judge (browser, file) {
  const address = pathToFileURL(file).href
  const faults = []
  for (const options of VIEWS) {
    const context = await browser.newContext({ ...options, locale: 'kk-KZ' })
    const page = await context.newPage()
    page.on('request', asked => asked.url() === address || faults.push(`network: ${asked.url()}`))
    page.on('pageerror', error => faults.push(`script: ${error.message}`))
    await page.goto(address)
    faults.push(...await accessible(page, `${options.viewport.width} ${options.colorScheme}`))
    if (options.viewport === DESK) {
      faults.push(...await reachable(page), ...await prints(page), ...await reflows(page))
    }
    await context.close()
  }
  return faults
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
for (const file of process.argv.slice(2)) {
  console.log(JSON.stringify({ file, faults: await judge(browser, file) }))
}
await browser.close()
