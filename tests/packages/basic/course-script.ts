/**
 * course.js of a basic package: turns the document's sections into pages, remembers where the learner
 * is, marks the questions and reports all of it to the player (SCORM 1.2 RTE 3.3 and 3.4). Without
 * JavaScript the pages stand below one another. Kept as text, since it is carried into packages as it
 * stands and must not pass through a compiler on the way.
 */
export const courseScript = String.raw`'use strict'
;(function () {
  var begun = Date.now()
  var api = findApi(window)
  var open = false
  var pages = Array.prototype.slice.call(document.querySelectorAll('main > section'))
  var form = document.getElementById('test')
  var result = document.getElementById('result')
  var back = document.getElementById('back')
  var next = document.getElementById('next')
  var position = document.getElementById('position')
  var texts = document.body.dataset
  var current = 0
  var state = { seen: [], answers: {}, tries: 0 }

  start()

  function findApi(from) {
    for (var view = from, steps = 0; view && steps < 50; view = view.parent, steps++) {
      var found = apiOf(view)
      if (found) return found
      if (view.parent === view) break
    }
    return from.opener && from.opener !== from ? findApi(from.opener) : null
  }

  // A window of another origin throws when it is looked into.
  function apiOf(view) {
    try {
      return view.API || null
    } catch (error) {
      return null
    }
  }

  function get(name) {
    return open ? String(api.LMSGetValue(name)) : ''
  }

  function set(name, value) {
    if (open) api.LMSSetValue(name, String(value))
  }

  function commit() {
    if (open) api.LMSCommit('')
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (place, name) {
      return name in values ? values[name] : place
    })
  }

  function start() {
    open = Boolean(api) && String(api.LMSInitialize('')) === 'true'
    if (!open) document.getElementById('unsaved').hidden = false
    restore()
    if (get('cmi.core.lesson_status') === 'not attempted') {
      set('cmi.core.lesson_status', 'incomplete')
    }
    document.getElementById('pager').hidden = false
    back.addEventListener('click', function () {
      show(current - 1, true)
    })
    next.addEventListener('click', function () {
      show(current + 1, true)
    })
    if (form) {
      form.addEventListener('submit', mark)
      form.addEventListener('change', rememberAnswers)
    }
    window.addEventListener('pagehide', finish)
    // A page that the browser kept has finished its session: it needs a new one.
    window.addEventListener('pageshow', function (event) {
      if (event.persisted) window.location.reload()
    })
    show(pageFrom(get('cmi.core.lesson_location')), false)
  }

  function pageFrom(location) {
    var number = parseInt(location, 10)
    return number >= 1 && number <= pages.length ? number - 1 : 0
  }

  function restore() {
    try {
      var kept = JSON.parse(get('cmi.suspend_data') || '{}')
      state.seen = Array.isArray(kept.seen) ? kept.seen : []
      state.answers = kept.answers || {}
      state.tries = Number(kept.tries) || 0
    } catch (error) {
      // Data of another version of the course: begin with none.
    }
    Object.keys(state.answers).forEach(function (name) {
      var field = form && form.elements.namedItem(name)
      if (field) field.value = state.answers[name]
    })
  }

  function show(index, byHand) {
    current = Math.min(Math.max(index, 0), pages.length - 1)
    pages.forEach(function (page, i) {
      page.hidden = i !== current
    })
    back.hidden = current === 0
    next.hidden = current === pages.length - 1
    result.textContent = ''
    position.textContent = fill(texts.position, { number: current + 1, count: pages.length })
    if (state.seen.indexOf(current + 1) < 0) state.seen.push(current + 1)
    set('cmi.core.lesson_location', current + 1)
    completeWithoutQuestions()
    save()
    if (byHand) {
      window.scrollTo(0, 0)
      pages[current].querySelector('h1').focus()
    }
  }

  function completeWithoutQuestions() {
    if (form || state.seen.length < pages.length) return
    set('cmi.core.lesson_status', 'completed')
    result.textContent = texts.finished
  }

  function save() {
    set('cmi.suspend_data', JSON.stringify(state))
    commit()
  }

  function rememberAnswers(event) {
    event.target.closest('fieldset').querySelector('.verdict').textContent = ''
    questions().forEach(function (question) {
      var answer = answerTo(question)
      if (answer !== '') state.answers[question.id] = answer
    })
    save()
  }

  function questions() {
    return Array.prototype.slice.call(form.querySelectorAll('fieldset'))
  }

  function answerTo(question) {
    var chosen = question.querySelector('input:checked')
    return chosen ? chosen.value : ''
  }

  function mark(event) {
    event.preventDefault()
    var all = questions()
    var unanswered = all.filter(function (question) {
      return answerTo(question) === ''
    })
    if (unanswered.length > 0) {
      result.textContent = texts.unanswered
      unanswered[0].querySelector('input').focus()
      return
    }
    var right = all.filter(judge).length
    report(Math.round((right / all.length) * 100))
  }

  function judge(question) {
    var isRight = answerTo(question) === question.dataset.right
    var verdict = question.querySelector('.verdict')
    verdict.textContent = isRight ? texts.right : texts.wrong
    verdict.className = 'verdict ' + (isRight ? 'right' : 'wrong')
    record(question, isRight)
    return isRight
  }

  function record(question, isRight) {
    var place = 'cmi.interactions.' + (get('cmi.interactions._count') || 0)
    set(place + '.id', question.id)
    set(place + '.type', 'choice')
    set(place + '.time', new Date().toTimeString().slice(0, 8))
    set(place + '.correct_responses.0.pattern', question.dataset.right)
    set(place + '.student_response', answerTo(question))
    set(place + '.result', isRight ? 'correct' : 'wrong')
  }

  function report(percent) {
    var isPassed = percent >= Number(texts.passPercent)
    state.tries += 1
    result.textContent = fill(isPassed ? texts.passed : texts.failed, { percent: percent })
    result.focus()
    // Who has passed stays passed, and keeps the score that did it.
    if (isPassed || get('cmi.core.lesson_status') !== 'passed') {
      set('cmi.core.score.min', 0)
      set('cmi.core.score.max', 100)
      set('cmi.core.score.raw', percent)
      set('cmi.core.lesson_status', isPassed ? 'passed' : 'failed')
    }
    save()
  }

  function finish() {
    if (!open) return
    var status = get('cmi.core.lesson_status')
    set('cmi.core.exit', status === 'passed' || status === 'completed' ? '' : 'suspend')
    set('cmi.core.session_time', timespan(Date.now() - begun))
    commit()
    api.LMSFinish('')
    open = false
  }

  function timespan(milliseconds) {
    var seconds = Math.floor(milliseconds / 1000)
    return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
      .map(function (part, i) {
        return String(part).padStart(i === 0 ? 4 : 2, '0')
      })
      .join(':')
  }
})()
`
