// A few habits of ours over pages that work without any of this.
import htmx from 'htmx.org/dist/htmx.esm.js'

window.htmx = htmx
const body = document.body
const said = document.getElementById('said')
const say = text => { said.textContent = ''; requestAnimationFrame(() => { said.textContent = text }) }

// One key: "/" goes to the search field. It can be switched off.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    for (const open of document.querySelectorAll('details.drop[open]')) {
      open.open = false
      open.querySelector('summary').focus()
    }
    return
  }
  if (body.dataset.keys !== 'on' || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest?.('input,textarea,select,[contenteditable]')) return
  const search = document.getElementById('q')
  if (search && search.offsetParent) { event.preventDefault(); search.focus(); search.select() }
})

// A menu closes when something else is pressed, or the focus leaves it.
const closeOthers = target => {
  for (const open of document.querySelectorAll('details.drop[open]')) if (!open.contains(target)) open.open = false
}
document.addEventListener('click', event => closeOthers(event.target))
document.addEventListener('focusin', event => closeOthers(event.target))

// After a form came back with mistakes the summary has the focus.
const attend = root => root.querySelector('[data-focus=on]')?.focus()
attend(document)

// After a part of the page was exchanged, its heading or its summary of mistakes has the focus, and one sentence is read out.
document.addEventListener('htmx:afterSettle', event => {
  const part = event.detail.target
  if (!part.isConnected) return
  const stop = part.querySelector('[data-focus=on]') ?? part.querySelector('h1,h2,h3')
  if (stop && !part.contains(document.activeElement)) {
    if (!stop.hasAttribute('tabindex')) stop.tabIndex = -1
    stop.focus()
  }
  const sentence = part.querySelector('[data-say]')?.dataset.say ?? part.dataset.say
  if (sentence) say(sentence)
})

// A part that came as the page of signing in means that the session ended: the whole page goes there, and comes back.
document.addEventListener('htmx:beforeSwap', event => {
  if (/^\/sign-in/.test(new URL(event.detail.xhr.responseURL || location.href).pathname) && !/^\/sign-in/.test(location.pathname)) {
    event.preventDefault()
    location.reload()
  }
})

// A part that could not be exchanged says so; what was typed stays.
const failed = text => event => {
  say(text)
  document.querySelector('.swap-failed')?.remove()
  const line = document.createElement('p')
  line.className = 'swap-failed note'
  line.dataset.tone = 'danger'
  line.textContent = text
  const from = event.detail.elt ?? document.getElementById('main')
  from.insertAdjacentElement('afterend', line)
}
document.addEventListener('htmx:responseError', failed(body.dataset.saidFailed))
document.addEventListener('htmx:sendError', failed(body.dataset.saidOffline))
document.addEventListener('htmx:beforeRequest', () => document.querySelector('.swap-failed')?.remove())

// Two minutes before the session ends the page says so, and one press keeps it.
const idle = Number(body.dataset.idle ?? 0)
let clock
const line = (text, name) => {
  document.querySelector('.' + name)?.remove()
  const note = document.createElement('div')
  note.className = name + ' note'
  note.dataset.tone = 'amber'
  note.setAttribute('role', 'alert')
  const words = note.appendChild(document.createElement('p'))
  words.textContent = text
  document.getElementById('main').prepend(note)
  return note
}
/** Starts to wait anew; whatever asked the office kept the session alive. */
const watch = () => {
  clearTimeout(clock)
  document.querySelector('.session')?.remove()
  if (idle > 120) clock = setTimeout(() => {
    const note = line(body.dataset.saidEnding, 'session')
    const stay = note.appendChild(document.createElement('button'))
    stay.className = 'ds-button'
    stay.dataset.color = 'accent'
    stay.textContent = body.dataset.saidStay
    stay.addEventListener('click', () => fetch('/account', { method: 'HEAD' }).then(watch))
    clock = setTimeout(() => line(body.dataset.saidEnded, 'session'), 120000)
  }, (idle - 120) * 1000)
}
watch()
document.addEventListener('htmx:afterRequest', watch)

// A form with much in it asks before its page is left; a form is not sent twice by a nervous press.
let changed = false
document.addEventListener('input', event => { if (event.target.closest?.('form[data-guard=on]')) changed = true })
addEventListener('beforeunload', event => { if (changed) event.preventDefault() })
document.addEventListener('submit', event => {
  changed = false
  const form = event.target
  if (event.defaultPrevented || form.method !== 'post') return
  if (form.dataset.sent) { event.preventDefault(); return }
  form.dataset.sent = 'yes'
  setTimeout(() => { delete form.dataset.sent }, 4000)
})
addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent })
