/** course.css of a basic package: one column, from 320 px up, light and dark. */
export const courseStyle = `:root {
  color-scheme: light dark;
  --paper: #faf8f4; --card: #ffffff; --ink: #14262b; --muted: #4a5d63; --line: #77868a;
  --brand: #0f5b5e; --on-brand: #ffffff; --ok: #1e6b3a; --bad: #a3262a; --focus: #1b4fd6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10191c; --card: #182428; --ink: #eef3f2; --muted: #aebcbf; --line: #6f8085;
    --brand: #7cc7c3; --on-brand: #10191c; --ok: #7ccb95; --bad: #f2918f; --focus: #9db9ff;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; }
body {
  margin: 0 auto; padding: 1rem; max-width: 44rem;
  background: var(--paper); color: var(--ink);
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  line-height: 1.5; overflow-wrap: break-word; hyphens: auto;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.5rem 0 0.5rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 0.5rem; }
h1:focus, [role='status']:focus { outline: none; }
p, ul, ol { margin: 0 0 1rem; }
ul, ol { padding-left: 1.4rem; }
img, video { max-width: 100%; height: auto; }
a { color: var(--brand); }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 3px solid var(--brand); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; color: var(--muted); font-size: 0.85rem; }
header p { margin: 0 0 1rem; }
.note { padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 6px; }
fieldset { margin: 0 0 1.5rem; padding: 0.75rem 1rem; min-width: 0; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
legend { float: left; width: 100%; margin-bottom: 0.5rem; padding: 0; font-weight: 600; }
legend + * { clear: both; }
legend span { display: block; font-size: 0.85rem; font-weight: 400; color: var(--muted); }
label { display: flex; gap: 0.6rem; align-items: flex-start; padding: 0.5rem 0; min-height: 2.75rem; cursor: pointer; }
input[type='radio'] { flex: none; width: 1.25rem; height: 1.25rem; margin: 0.15rem 0 0; accent-color: var(--brand); }
.verdict:empty { display: none; }
.verdict { margin: 0.5rem 0 0; font-weight: 600; }
.right { color: var(--ok); }
.right::before { content: '\\2713\\00a0'; }
.wrong { color: var(--bad); }
.wrong::before { content: '\\2717\\00a0'; }
[role='status'] { margin: 1rem 0 0; font-weight: 600; }
nav { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.75rem; margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
button {
  min-height: 2.75rem; padding: 0.5rem 1rem; font: inherit; cursor: pointer;
  color: var(--brand); background: transparent; border: 1px solid var(--brand); border-radius: 6px;
}
button.main { color: var(--on-brand); background: var(--brand); }
nav #next { margin-left: auto; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
[hidden] { display: none !important; }
`
