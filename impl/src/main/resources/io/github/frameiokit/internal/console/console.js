// The page of the development console: one module, no library. What the server sends becomes text, never markup.

const { base: BASE, events: EVENTS } = document.body.dataset;
const VIEWS = ['handlers', 'webhooks', 'actions', 'deliveries', 'settings'];
const FRAMEIO_WAITS = 5000;
const NARROW = matchMedia('(max-width: 820px)');

// ---- elements ----

const $ = id => document.getElementById(id);

/** Replaces what is in an element. Children that are null, undefined, false or empty are left out. */
function fill(node, ...children) {
  node.replaceChildren(...children.flat(3).filter(child => child || child === 0));
  return node;
}

/** Creates an element: el('p.hint', {title: 'x'}, 'text', node). Strings become attributes, all else properties. */
function el(name, ...rest) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  if (rest[0]?.constructor === Object) {
    for (const [key, value] of Object.entries(rest.shift())) {
      if (typeof value === 'string') node.setAttribute(key, value);
      else node[key] = value;
    }
  }
  return fill(node, rest);
}

function button(text, onclick, { label, look = '' } = {}) {
  const node = el(`button${look}`, { type: 'button', onclick }, text);
  if (label) node.ariaLabel = label;
  return node;
}

const badge = (tone, text) => el(`span.badge.${tone}`, text);
const code = text => el('code', text);
const muted = text => el('span.muted', text);
const gap = () => el('span.gap');
const scrolling = (label, text) => el('pre.code', { tabIndex: 0, role: 'group', 'aria-label': label }, text);
const announce = text => fill($('announce'), text);

function copyButton(label, text, options) {
  const copy = button(label, async () => {
    let result = 'Copied';
    try {
      await navigator.clipboard.writeText(text());
    } catch (failure) {
      result = failure.message;
    }
    announce(result);
    if (!label) return;
    fill(copy, result);
    setTimeout(() => fill(copy, label), 2000);
  }, options);
  return copy;
}

// ---- texts ----

const plural = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;
const duration = millis => (millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`);
const withCode = text => text.split('`').map((part, i) => (i % 2 ? code(part) : part));
const assetType = type => type.replace('_', ' ');
const packageOf = type => type.slice(0, Math.max(0, type.lastIndexOf('.')));
const simpleName = type => type.slice(type.lastIndexOf('.') + 1).replaceAll('$', '.');

/** The handler com.example.Hooks#ready as Hooks.ready. */
const shortName = id => id.replace(/^(?:[^.#]+\.)*(?=[^.#]+#)/, '').replace('#', '.');

function clock(time) {
  const at = new Date(time);
  return `${at.toLocaleTimeString([], { hour12: false })}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}

function matches(words, ...texts) {
  const all = texts.flat().join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).every(word => all.includes(word));
}

// ---- JSON ----

const TOKEN = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const pretty = value => JSON.stringify(value, null, 2);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Indents and colors JSON without reading its values, so that no digit changes. Other text stays as it is. */
function json(label, text) {
  if (parsed(text) === undefined) return scrolling(label, text);
  const tokens = text.match(TOKEN);
  let depth = 0;
  const line = step => `\n${'  '.repeat((depth += step))}`;
  const part = (token, i) => {
    if ('{['.includes(token)) return '}]'.includes(tokens[i + 1]) ? token : [token, line(1)];
    if ('}]'.includes(token)) return '{['.includes(tokens[i - 1]) ? token : [line(-1), token];
    if (token === ',') return [token, line(0)];
    if (token === ':') return ': ';
    return el(token[0] !== '"' ? 'span.value' : tokens[i + 1] === ':' ? 'span.key' : 'span.text', token);
  };
  return scrolling(label, tokens.map(part));
}

// ---- the server ----

class Locked extends Error {}
class Gone extends Error {}

let key = '';

/** Calls the console's API. What isn't its JSON comes from a server whose app is stopped or starts just now. */
async function call(path, body) {
  const headers = { 'X-Frameio-Console-Key': key };
  const options = { cache: 'no-store', credentials: 'omit', headers };
  if (body) {
    headers['Content-Type'] = 'application/json';
    Object.assign(options, { method: 'POST', body: JSON.stringify(body) });
  }
  const response = await fetch(`${BASE}/api/${path}`, options).catch(() => null);
  if (response?.status === 403) throw new Locked('The server doesn’t accept the key.');
  const answer = await response?.json().catch(() => null);
  if (!answer) throw new Gone('The server doesn’t answer.');
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Sends a signed request to the real endpoint, as Frame.io does. */
async function deliver({ path, method, headers, body }) {
  const begin = performance.now();
  const options = { method, headers, body, cache: 'no-store', credentials: 'omit' };
  const response = await fetch(path, options).catch(() => null);
  if (!response) throw new Gone('The server doesn’t answer.');
  const text = await response.text();
  return { status: response.status, text, millis: performance.now() - begin };
}

/** Runs what a user asked for, one at a time. Nothing is disabled meanwhile, since it would lose the focus. */
async function attempt(area, problem, task) {
  if (area.ariaBusy === 'true') return undefined;
  area.ariaBusy = 'true';
  fill(problem);
  try {
    return await task();
  } catch (failure) {
    notice(failure);
    fill(problem, failure.message);
    return undefined;
  } finally {
    area.ariaBusy = 'false';
  }
}

/** Shows that the connection or the key is lost. Any other failure is for its caller. */
function notice(failure) {
  if (failure instanceof Locked) lock('The server doesn’t accept this key. The key changes when the server starts again.');
  if (failure instanceof Gone) link('bad', 'No answer, trying again');
}

function link(tone, text) {
  if ($('link').textContent === text) return;
  fill($('link'), text).className = `link ${tone}`;
}

// ---- lists ----

/**
 * A list box: arrows, Home and End choose an entry, Enter goes to what it shows. Entries are {id, stamp, row}; while
 * the stamp is equal, an entry's row stays as it is.
 */
function listBox(list, choose, open) {
  let chosen = null;
  const options = () => [...list.children];
  const find = id => options().find(option => option.entry.id === id);

  function mark() {
    options().forEach(option => (option.ariaSelected = String(option.entry.id === chosen)));
    list.setAttribute('aria-activedescendant', find(chosen)?.id ?? '');
  }

  function pick(option) {
    if (!option) return;
    chosen = option.entry.id;
    mark();
    option.scrollIntoView({ block: 'nearest' });
    choose(option.entry);
  }

  function optionOf(entry) {
    const known = find(entry.id);
    const keep = known?.entry.stamp === entry.stamp;
    const option = keep ? known : el('li', { role: 'option', id: `${list.id}-${entry.id}` }, entry.row());
    option.entry = entry;
    option.onclick = () => {
      pick(option);
      if (NARROW.matches) open(); // it is below the list there
    };
    return option;
  }

  list.onkeydown = event => {
    const all = options();
    const at = all.indexOf(find(chosen));
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(at - 1, 0), Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) pick(all[Math.min(to, all.length - 1)]);
    else if (event.key === 'Enter' && all[at]) open();
    else return;
    event.preventDefault();
  };

  return {
    /** Moves only what has changed, so that the list doesn't scroll. */
    show(entries) {
      const wanted = entries.map(optionOf);
      options().filter(option => !wanted.includes(option)).forEach(option => option.remove());
      wanted.forEach((option, i) => list.children[i] === option || list.insertBefore(option, list.children[i]));
      list.hidden = !entries.length;
      mark();
    },
    pick: id => pick(find(id)),
    forget() {
      chosen = null;
      mark();
    },
    chosen: () => chosen,
  };
}

// ---- what the server has told ----

let app = { handlers: [] };
let samples = { webhooks: [], actions: [], resources: [], users: [] };
let settings = null;
let revision = 0;
let refreshing = Promise.resolve();
const deliveries = new Map();
const followers = new Set();

/** Gets what has changed since the last time; one after the other, so that the order stays. */
function refresh() {
  refreshing = refreshing.catch(() => {}).then(async () => {
    const page = await call(`deliveries?after=${revision}`);
    revision = page.next;
    page.deliveries.forEach(one => deliveries.set(one.id, one));
    [...deliveries.keys()].filter(id => id < page.first).forEach(id => deliveries.delete(id));
    page.deliveries.forEach(({ id }) => followers.forEach(follower => follower(id)));
    if (page.deliveries.length) showDeliveries();
  });
  return refreshing;
}

function forgetAll() {
  deliveries.clear();
  followers.clear();
  revision = 0;
  settings = null;
  log.forget();
  dead.forget();
}

/** Draws a delivery's details in an element now and whenever they change, until the element is gone. */
function follow(id, box, draw) {
  let latest = 0;
  const update = async () => {
    const mine = ++latest;
    try {
      const details = await call(`deliveries/${id}`);
      if (mine === latest) fill(box, draw(details)); // no older answer comes last
    } catch (failure) {
      notice(failure);
      fill(box, el('p.problem', failure.message));
    }
  };
  const follower = changed => {
    if (!box.isConnected) followers.delete(follower);
    else if (changed === id) update();
  };
  followers.add(follower);
  return update();
}

const newestFirst = () => [...deliveries.values()].sort((a, b) => b.id - a.id);

/** Sends a request, and finds the delivery that the server has recorded for it. */
async function send(signed) {
  const before = Math.max(0, ...deliveries.keys());
  const answer = await deliver(signed);
  let delivery;
  for (let tries = 0; tries < 10 && !delivery; tries++) {
    if (tries) await new Promise(done => setTimeout(done, 100));
    await refresh();
    delivery = newestFirst().find(one => one.send === signed.send && one.id > before);
  }
  return { signed, answer, delivery };
}

/** Whether a handler is for a type: its own, of its family such as file.*, or any. */
function handles({ types: own }, type) {
  return own.some(one => one === type || (one.endsWith('*') && type.startsWith(one.slice(0, -1))));
}

const handlersOf = (kind, type) => app.handlers.filter(one => one.kind === kind && handles(one, type));

// ---- what several views show ----

const OUTCOMES = {
  handled: ['ok', 'handled', 'Frame.io gets its 200 and doesn’t send it again.'],
  unhandled: ['warn', 'no handler', 'No handler is for this type. Frame.io gets its 200 all the same.'],
  message: ['ok', 'message', 'The user sees a message.'],
  form: ['ok', 'form', 'The user sees a form.'],
  'error-message': ['bad', 'failed', 'A handler failed, so the user sees the kit’s message.'],
  copy: ['info', 'copy', 'Recognized as a copy, so it gets the first one’s answer.'],
  rejected: ['bad', 'rejected', 'Rejected. The answer says why.'],
  failed: ['bad', 'failed', 'Frame.io sends it again, at most four times, the first time after about 15 seconds.'],
  busy: ['warn', 'busy', 'A copy of a request that still ran.'],
};

/** Ways to send the same again: a label, the mode of signing, the outcome to expect, and what that means. */
const MODES = {
  retry: ['Frame.io’s retry', 'fresh', 'handled', 'Signed anew, so the handlers ran again.'],
  replay: ['Exact replay', 'replay', 'handled', 'The handlers ran again. Is the replay guard off?'],
  wrong: ['Wrong signature', 'wrong-signature', 'rejected', 'Rejected, as it should be: not the app’s secret.'],
  stale: ['Stale timestamp', 'stale', 'rejected', 'Rejected, as it should be: too old.'],
};

function meaning(mode, outcome) {
  const [, , usual, text] = MODES[mode] ?? [];
  return usual && usual === outcome ? text : OUTCOMES[outcome]?.[2];
}

function outcomeBadge({ outcome, failed, status, millis }) {
  if (!outcome) return badge('info', 'running');
  const [tone, text] = OUTCOMES[outcome] ?? ['info', outcome];
  if (failed) return badge('bad', `${status} failed`);
  return badge(tone === 'ok' && millis > FRAMEIO_WAITS ? 'warn' : tone, `${status} ${text}`);
}

function resultOf(delivery, { status, millis }) {
  return el('span', delivery ? outcomeBadge(delivery) : badge('info', status), ' ', muted(duration(millis)));
}

const warning = text => el('span.warning', text.replace(/\S+#\S+/g, shortName));

function trace(text) {
  if (!text) return null;
  const [first, ...more] = text.split('\n');
  return el('details', el('summary', first), scrolling('Stack trace', more.join('\n')));
}

function runItem({ handler, async, millis, exception }) {
  const time = millis === null ? badge('info', 'running') : muted(duration(millis));
  const marks = [async && badge('plain', 'async'), exception && badge('bad', 'threw'), time];
  return el('li', el('span.row', code(shortName(handler)), marks), trace(exception));
}

function logItem({ time, level, logger, text, exception }) {
  const tone = { WARNING: 'warn', ERROR: 'bad', SEVERE: 'bad' }[level] ?? 'plain';
  return el('li', { title: logger }, muted(clock(time)), ' ', badge(tone, level), ' ', text, trace(exception));
}

/** Which handlers ran, and what they logged. */
function runDetails({ runs, log: lines, logNote, warnings }) {
  return [
    warnings.map(warning),
    runs.length > 0 && el('ul.runs', { 'aria-label': 'Handlers that ran' }, runs.map(runItem)),
    !runs.length && el('p.muted', 'No handler ran.'),
    lines.length > 0 && el('ul.log', { 'aria-label': 'What they logged' }, lines.map(logItem)),
    logNote && el('p.muted', logNote),
  ];
}

function wire(title, text) {
  const head = el('div.row', el('h4', title), gap(), text && copyButton('Copy', () => text));
  return el('div.wire', head, text ? json(title, text) : el('p.muted', 'Empty'));
}

// ---- copies for elsewhere ----

/** Shell commands that sign when they run; the secret stays in the environment. */
function curl(kind, body) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const handler = handlersOf(kind, parsed(body)?.type ?? '')[0];
  return `secret=\${${handler?.secret.variable ?? `FRAMEIO_${kind.toUpperCase()}_SECRET`}:?}
ts=$(date +%s)
body=${quoted(body)}
sig=$(printf 'v0:%s:%s' "$ts" "$body" | openssl dgst -sha256 -hmac "\${secret%%,*}" -hex | sed 's/^.* //')
curl -sS -X POST ${quoted(location.origin + EVENTS)} --data-binary "$body" -H 'Content-Type: application/json' \\
  -H "X-Frameio-Request-Timestamp: $ts" -H "X-Frameio-Signature: v0=$sig"
`;
}

const EVENT = /^io\.github\.frameiokit\.\w+Event$/;

/** A JUnit test that calls the first handler of this payload. 'title' is that of its message or form, if known. */
function junit(kind, body, title) {
  const handler = handlersOf(kind, parsed(body)?.type ?? '')[0];
  if (!handler?.method) throw new Error('No handler for it');
  const { bean, method, parameters } = handler;
  const event = kind === 'action' ? 'ActionEvent' : 'WebhookEvent';
  const named = parameters.map((type, i) => [type.replaceAll('$', '.'), EVENT.test(type) ? 'event' : `injected${i}`]);
  const injected = named.filter(([, name]) => name !== 'event');
  const calls = `new ${simpleName(bean)}().${method}(${named.map(([, name]) => name).join(', ')})`;
  const text = body.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""').replaceAll('\n', `\n${' '.repeat(16)}`);
  const claim = title ? `assertEquals(${JSON.stringify(title)}, ${calls}.title());` : `${calls};`;
  const head = packageOf(bean) && `package ${packageOf(bean)};\n\n`;
  const more = title ? 'import static org.junit.jupiter.api.Assertions.assertEquals;\n\n' : '';
  return `${head}${more}import io.github.frameiokit.${event};
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ${simpleName(bean).replaceAll('.', '')}Test {

    @Test
    void ${method}() {
        ${event} event = ${event}.of(
                Json.createReader(new StringReader("""
                ${text}
                """)).readObject(),
                Instant.now());
${injected.map(([type, name]) => `        ${type} ${name} = null; // what the container injects\n`).join('')}
        ${claim}
    }
}
`;
}

const copyButtons = (kind, body, title) => [
  copyButton('Copy as curl', () => curl(kind, body())),
  copyButton('Copy as test', () => junit(kind, body(), title)),
];

// ---- handlers ----

function secretBadge({ variable, set }) {
  if (set) return badge('ok', 'set');
  return app.resolver ? badge('plain', 'resolver') : el('span', { title: `Set ${variable}` }, badge('bad', 'not set'));
}

const onTypes = on => (on.length ? `for ${on.map(type => `${assetType(type)}s`).join(', ')}` : 'for every asset');

function handlerItem(handler) {
  const { types, bean, method, async, secret, action } = handler;
  const parent = packageOf(bean);
  const [title, ...more] = action ? [action.name, ...types] : types;
  const facts = [
    async ? 'Frame.io doesn’t wait' : 'Frame.io waits',
    action && onTypes(action.on),
    action?.userAuth && 'user authorization',
  ];
  return el('li.item',
    el('div', el('h4', title ?? '*'), el('p.types', more.map(code))),
    el('div',
      el('p', parent && [muted(`${parent}.`), el('wbr')], el('strong', simpleName(bean)), method && `.${method}`),
      el('p.muted', facts.filter(Boolean).join(' · '))),
    el('p.row', code(secret.property), secretBadge(secret)),
    runButton(handler));
}

function runButton(handler) {
  const action = handler.kind === 'action';
  const type = action ? handler.types[0] : samples.webhooks.find(one => handles(handler, one.type))?.type;
  if (!type) return null;
  const run = () => {
    $('types-filter').value = '';
    showTypes();
    show(action ? 'actions' : 'webhooks', true);
    (action ? menu : types).pick(type);
  };
  return button(action ? 'Run…' : 'Send…', run, { label: `${action ? 'Run' : 'Send'} ${type}` });
}

const A_HANDLER = `@ApplicationScoped
class Hooks {

    void onReady(@Observes @Webhook("file.ready") WebhookEvent event) { … }
}`;

function showHandlers() {
  const words = $('handlers-filter').value;
  const found = app.handlers.filter(({ id, types: of, action }) => matches(words, id, of, action?.name ?? ''));
  const group = (title, kind) => {
    const items = found.filter(handler => handler.kind === kind).map(handlerItem);
    return items.length > 0 && [el('h3', `${title} `, muted(items.length)), el('ul.items', items)];
  };
  fill($('handlers-count'), plural(app.handlers.length, 'handler'), '. Events arrive at ', code(`POST ${EVENTS}`));
  fill($('handlers-list'), group('Webhooks', 'webhook'), group('Actions', 'action'),
    !found.length && app.handlers.length > 0 && el('p.empty', `No handler matches “${words}”.`),
    !app.handlers.length && el('div.empty', 'This app has no handlers yet. This is one:', el('pre.code', A_HANDLER)),
    app.handlers.length > 0 && manifest());
}

/** What an installation registers in a workspace. */
function manifest() {
  const text = JSON.stringify(JSON.parse(app.manifest), null, 2);
  return el('details',
    el('summary', 'Manifest'),
    el('p.muted', 'What the app registers in a workspace when it is installed.'),
    app.unregistered.map(family =>
      el('p.row', badge('bad', 'not registered'), code(family), 'Frame.io documents no types of this family.')),
    el('div.row', gap(), copyButton('Copy', () => text)),
    scrolling('Manifest', text));
}

// ---- webhooks ----

const types = listBox($('types'), chooseType, () => $('webhook-title').focus());
let last = null;

function showTypes() {
  const words = $('types-filter').value;
  const found = samples.webhooks.filter(({ type }) => matches(words, type)).sort((a, b) => b.handled - a.handled);
  types.show(found.map(sample => {
    const count = sample.handled && plural(handlersOf('webhook', sample.type).length, 'handler');
    return { id: sample.type, stamp: count, sample, row: () => [el('span', sample.type), count && muted(count)] };
  }));
  if (!types.chosen() && found.length) types.pick(found[0].type);
}

function chooseType({ sample: { type, documented, body } }) {
  const handlers = handlersOf('webhook', type).flatMap(({ id }) => [', ', code(shortName(id))]);
  fill($('webhook-title'), type);
  fill($('webhook-hint'), handlers.length ? ['Goes to ', handlers.slice(1)] : 'No handler is for this type.',
    !documented && ' Frame.io doesn’t document it.');
  $('webhook-body').value = body;
  checkPayload();
}

function problemOf(text) {
  const payload = parsed(text);
  if (payload === undefined) return 'This isn’t JSON yet.';
  return payload?.type ? '' : 'The payload needs a “type”.';
}

function checkPayload() {
  const problem = problemOf($('webhook-body').value);
  fill($('webhook-problem'), problem);
  $('webhook-body').ariaInvalid = String(problem !== '');
}

/** Sends what is in the editor or, with a mode, the last one again. */
function sendWebhook(mode) {
  return attempt($('webhook-form'), $('webhook-problem'), async () => {
    const body = mode ? last.body : $('webhook-body').value;
    const again = mode === 'replay';
    const signed = again ? last : await call('sign', { kind: 'webhook', body, mode: MODES[mode]?.[1] ?? 'fresh' });
    const sent = await send(signed);
    if (!mode || mode === 'retry') last = signed;
    $('sent').querySelector('.empty')?.remove();
    $('sent').prepend(resultCard(mode, sent));
    if ($('sent').children.length > 20) $('sent').lastChild.remove();
    $('webhook-again').disabled = false;
  });
}

function resultCard(mode, { signed, answer, delivery }) {
  const title = MODES[mode]?.[0] ?? 'Sent';
  const details = el('div', 'It wasn’t recorded.');
  announce(`${title}: ${answer.status} ${OUTCOMES[delivery?.outcome]?.[1] ?? ''} in ${duration(answer.millis)}`);
  if (delivery) follow(delivery.id, details, runDetails);
  return el('article.card',
    el('div.row', el('h4', title), el('span.muted.cut', parsed(signed.body).type), gap(), resultOf(delivery, answer)),
    el('p', meaning(mode, delivery?.outcome)),
    details,
    answer.text && el('p', 'Answer ', code(answer.text)),
    delivery && button('Open in Deliveries', () => openDelivery(delivery.id), { look: '.quiet' }));
}

// ---- actions ----

const menu = listBox($('menu'), chooseAction, () => $('action-title').focus());
const assets = new Map();
let run = null;

function showMenu() {
  const actions = app.handlers.filter(({ kind }) => kind === 'action');
  menu.show(actions.map(({ types: [type], action, id }) => {
    const row = () => [el('span', action.name), action.name !== type && muted(type)];
    return { id: type, stamp: action.name, action, handler: id, row };
  }));
  $('action-form').hidden = !actions.length;
  if (!actions.length) fill($('steps'), el('p.empty', 'This app has no actions yet.'));
  else if (!menu.chosen()) menu.pick(actions[0].types[0]);
}

function chooseAction({ id, action, handler }) {
  fill($('action-title'), action.name);
  fill($('action-hint'), code(id), ' goes to ', code(shortName(handler)), `, ${onTypes(action.on)}`);
  fill($('steps'), el('p.empty', 'Run the action to see what its user would see.'));
  if ([...assets.values()].some(box => box.checked)) return;
  const first = samples.resources.find(({ type }) => !action.on.length || action.on.includes(type));
  if (first) assets.get(first.id).checked = true;
}

function showChoices() {
  const option = (value, text) => el('option', { value }, text);
  const kinds = [...new Set(samples.resources.map(({ type }) => type))];
  samples.resources.filter(({ id }) => !assets.has(id)).forEach(addAsset);
  fill($('asset-type'), kinds.map(type => option(type, assetType(type))));
  fill($('user'), samples.users.map(({ id, name }) => option(id, name)), option('', 'Another user…'));
}

function addAsset({ type, id, name }) {
  const box = el('input', { type: 'checkbox' });
  box.asset = { type, id };
  assets.set(id, box);
  $('assets').append(el('label.check', box, el('span', name ?? id), muted(assetType(type))));
  return box;
}

function addTypedAsset() {
  const id = $('asset-id').value.trim();
  if (!id) return $('asset-id').focus();
  (assets.get(id) ?? addAsset({ type: $('asset-type').value, id })).checked = true;
  $('asset-id').value = '';
  return announce(`${id} selected`);
}

/** Begins a run: what the user selected, and one interaction id for all its steps. */
function runAction() {
  return attempt($('action-form'), $('action-problem'), () => {
    const resources = [...assets.values()].filter(box => box.checked).map(box => box.asset);
    const user = $('user').value || $('user-id').value.trim();
    if (!resources.length) throw new Error('Select at least one asset.');
    if (!user) throw new Error('Choose a user, or type the id of one.');
    const payload = JSON.parse(samples.actions.find(({ type }) => type === menu.chosen()).body);
    const own = { interaction_id: crypto.randomUUID(), resource: resources[0], resources, user: { id: user } };
    run = { payload: { ...payload, ...own }, steps: 0 };
    fill($('steps'), el('p.interaction', 'Interaction ', code(own.interaction_id)));
    return step();
  });
}

/** One step: what Frame.io sends, what its user sees meanwhile, and what the app answers. */
async function step(data) {
  const body = pretty({ ...run.payload, data });
  const parts = stepParts(++run.steps, body);
  $('steps').append(parts.box);
  parts.title.focus();
  const stop = wait(parts.stage);
  try {
    showStep(parts, await send(await call('sign', { kind: 'action', body, mode: 'fresh' })));
  } catch (failure) {
    notice(failure);
    fill(parts.stage, el('p.note', { role: 'alert' }, failure.message));
  } finally {
    stop();
  }
}

function stepParts(number, body) {
  const title = el('h4', { tabIndex: -1 }, `Step ${number}`);
  const head = el('div.row', title, gap());
  const stage = el('div.stage', { role: 'group', 'aria-label': `Step ${number}, what the user sees` });
  const answer = el('div');
  const details = el('div');
  const sides = el('div.sides', stage, el('div.wires', wire('Frame.io sends', body), answer, details));
  return { number, title, head, stage, answer, details, box: el('article.step', head, sides) };
}

/** Shows how long Frame.io's user waits. Returns what stops it. */
function wait(stage) {
  const begin = performance.now();
  const seconds = el('span');
  let given = false;
  fill(stage, el('p.waiting', 'Frame.io’s user waits ', seconds));
  const timer = setInterval(() => {
    const millis = performance.now() - begin;
    fill(seconds, `${(millis / 1000).toFixed(1)} s`);
    if (given || millis < FRAMEIO_WAITS) return;
    given = true;
    stage.prepend(...gaveUp());
    announce('Frame.io has given up after 5 seconds.');
  }, 100);
  return () => clearInterval(timer);
}

function showStep({ number, head, stage, answer, details }, { answer: { status, text, millis }, delivery }) {
  const shown = parsed(text);
  head.append(resultOf(delivery, { status, millis }));
  fill(answer, wire('The app answers', text));
  if (delivery) follow(delivery.id, details, runDetails);
  if (millis < FRAMEIO_WAITS) showAnswer(stage, status, shown);
  else showLate(stage, status, shown, millis);
  announce(`Step ${number}: ${shown?.title ?? status}`);
}

const FAILED = 'Something went wrong';
const unknown = text => el('p.unknown', el('strong', 'Not known: '), text);

const gaveUp = () => [
  modal({ title: FAILED, description: 'Frame.io got no answer within 5 seconds.' }),
  unknown('the text of Frame.io’s own error. It waits 5 seconds, or up to 10 as registered, and then tries again.'),
];

function showLate(stage, status, shown, millis) {
  const text = `The handler answered after ${duration(millis)}. The kit keeps the answer for Frame.io’s next attempt.`;
  const more = button('Go on with the late answer', () => showAnswer(stage, status, shown));
  fill(stage, gaveUp(), el('p.note', text), shown && more);
}

function showAnswer(stage, status, shown) {
  if (status !== 200) {
    const failure = modal({ title: FAILED, description: `The app answered ${status}.` });
    fill(stage, failure, unknown('the text of Frame.io’s own error. It runs the action again, up to four times.'));
  } else if (!shown?.title) {
    fill(stage, el('p.note', 'The app answered nothing, so the user sees nothing.'));
  } else if (shown.fields) {
    fill(stage, form(shown), unknown('how Frame.io marks required fields, and whether the app hears of ×.'));
  } else {
    fill(stage, modal(shown), unknown('how Frame.io draws a message. Here it is a form without fields.'));
  }
  stage.querySelector('h5')?.focus();
}

/** The dialog as in the recording of Frame.io's guide: a title, ×, a description, fields and one button. */
function modal({ title, description }, fields) {
  const closed = el('p.note', { tabIndex: -1 }, 'The user closed it.');
  const close = button('×', () => (box.replaceWith(closed), closed.focus()), { label: 'Close', look: '.close' });
  const top = el('div.top', el('h5', { tabIndex: -1 }, title), close);
  const box = el('form.modal', top, description && el('p.about', description), fields);
  return box;
}

function form(shown) {
  const fields = shown.fields.map(drawField);
  const submit = el('p.submit', el('button', { type: 'submit' }, 'Submit'));
  const set = el('fieldset', el('legend.sr', shown.title), fields.map(({ row }) => row), submit);
  const box = modal(shown, set);
  box.onsubmit = event => {
    event.preventDefault();
    set.disabled = true;
    step(Object.fromEntries(fields.map(({ name, value }) => [name, value()])));
  };
  return box;
}

let fieldCount = 0;

/** A field's row, and how its value is read. */
function drawField(field) {
  const draw = FIELDS[field.type];
  const { control, value, box = control, look = '' } = (draw ?? otherField)(field);
  control.id = `field-${++fieldCount}`;
  const label = el('label', { for: control.id }, field.label);
  const note = !draw && unknown(`how Frame.io draws “${field.type}”.`);
  return { name: field.name, value, row: el(`div.field${look}`, label, box, note) };
}

const FIELDS = {
  text: field => textField(el('input', { type: 'text', autocomplete: 'off' }), field),
  textarea: field => textField(el('textarea', { rows: 3 }), field),
  checkbox: checkboxField,
  boolean: checkboxField,
  select: selectField,
  link: linkField,
};

function textField(control, { value = '', placeholder = '' }) {
  Object.assign(control, { value, placeholder });
  return { control, value: () => control.value };
}

function checkboxField({ value }) {
  const control = el('input', { type: 'checkbox', checked: String(value) === 'true' });
  return { control, value: () => control.checked, look: '.beside' };
}

function selectField({ label, value = '', options = [] }) {
  const choices = [{ name: `Select ${label}`, value: '' }, ...options];
  const control = el('select', choices.map(choice => el('option', { value: choice.value }, choice.name)));
  control.value = value;
  return { control, value: () => control.value, look: '.beside' };
}

function linkField({ label, value = '' }) {
  const href = /^https?:/i.test(value) ? value : '';
  const control = el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, value);
  const copy = copyButton('', () => value, { label: `Copy ${label}`, look: '.copy' });
  return { control, value: () => value, box: el('div.address', control, copy) };
}

/** A type that the console can't draw: its value as JSON, or as the text that is typed. */
function otherField({ value = '' }) {
  const control = el('input', { type: 'text', value: typeof value === 'string' ? value : JSON.stringify(value) });
  return { control, value: () => parsed(control.value) ?? control.value };
}

// ---- deliveries ----

const log = listBox($('log'), ({ delivery }) => {
  dead.forget();
  showDelivery(delivery.id);
}, focusDelivery);
let opened = null;

const WANTED = {
  '': () => true,
  webhook: one => one.kind === 'webhook',
  action: one => one.kind === 'action',
  problems: one => one.failed || one.warnings.length > 0 || ['rejected', 'unhandled', 'busy'].includes(one.outcome),
  outside: one => one.send === null,
};

function showDeliveries() {
  const words = $('deliveries-filter').value;
  const wanted = WANTED[$('deliveries-kind').value];
  const texts = ({ type, subject, interaction, outcome, handlers }) => [type, subject, interaction, outcome, handlers];
  const found = newestFirst().filter(one => wanted(one) && matches(words, texts(one).flat()));
  log.show(found.map(one => ({ id: `${one.id}`, stamp: one.revision, delivery: one, row: () => deliveryRow(one) })));
  fill($('deliveries-count'), found.length === deliveries.size ? found.length : `${found.length} of ${deliveries.size}`);
  if (!log.chosen() && !dead.chosen()) fill($('delivery'), el('p.empty', deliveries.size ? CHOOSE : NOTHING_YET));
}

const CHOOSE = 'Choose a delivery to see its request, its answer and what was logged.';
const NOTHING_YET = 'Nothing has arrived yet. Send a webhook, run an action, or let Frame.io call the app.';

function deliveryRow(one) {
  const { time, type, subject, millis, running, handlers, warnings } = one;
  return [
    el('span.row', el('strong', type ?? 'not read'), gap(), outcomeBadge(one)),
    el('span.row.muted', el('span', clock(time)), el('span.cut', handlers.map(shortName).join(', ') || subject), gap(),
      running > 0 && badge('info', `${running} running`), el('span', millis === null ? '…' : duration(millis))),
    warnings.map(warning),
  ];
}

function openDelivery(id) {
  $('deliveries-filter').value = '';
  $('deliveries-kind').value = '';
  show('deliveries');
  showDeliveries();
  log.pick(`${id}`);
  focusDelivery();
}

const deliveryTitle = text => el('h3', { id: 'delivery-title', tabIndex: -1 }, text);

function showDelivery(id) {
  const title = deliveryTitle();
  const box = el('section.pane', { 'aria-labelledby': 'delivery-title' }, title);
  fill($('delivery'), box);
  opened = follow(id, box, one => deliveryParts(one, title));
}

async function focusDelivery() {
  await opened;
  $('delivery-title')?.focus();
}

function deliveryParts(one, title) {
  const { id, time, type, subject, interaction, outcome, millis, request, answer } = one;
  const facts = [`Delivery ${id}`, clock(time), subject, interaction && `interaction ${interaction}`];
  const headers = request.headers.flatMap(([name, value]) => [el('dt', name), el('dd', value ?? 'not kept')]);
  fill(title, type ?? 'A request that was not read');
  return [
    el('div.row', title, outcomeBadge(one), gap(), muted(millis === null ? 'running' : duration(millis))),
    el('p.muted', facts.filter(Boolean).join(' · ')),
    outcome && el('p', meaning(null, outcome)),
    sendAgain(one),
    el('h4', 'Handlers'),
    runDetails(one),
    wire('Request', request.body),
    el('details', el('summary', plural(request.headers.length, 'header')), el('dl.headers', headers)),
    answer && wire('Answer', answer.body),
  ];
}

function sendAgain({ id, again, kind, request: { body }, answer }) {
  if (!again) return el('p.muted', 'It can’t be sent again: it wasn’t authentic, or its body wasn’t kept.');
  const problem = el('p.problem', { role: 'alert' });
  const repeat = mode => attempt(row, problem, async () => {
    const { answer: { status, millis }, delivery } = await send(await call('sign', { delivery: id, mode }));
    announce(`Sent again: ${status} in ${duration(millis)}`);
    if (!delivery) return;
    log.pick(`${delivery.id}`);
    focusDelivery();
  });
  const row = el('div.row', { role: 'group', 'aria-label': 'Send again' },
    Object.values(MODES).map(([label, mode]) => button(label, () => repeat(mode))),
    gap(),
    el('span.row', copyButtons(kind, () => pretty(JSON.parse(body)), parsed(answer?.body)?.title)));
  return el('div', row, problem);
}

// ---- the queue ----

const dead = listBox($('dead'), ({ one }) => {
  log.forget();
  showDead(one);
}, focusDelivery);

/** Only when asked, since listing moves messages in some engines. */
const loadQueue = () => attempt($('queue'), $('queue-problem'), async () => showQueue(await call('queue')));

function showQueue({ durable, pending, dead: count, entries = [], problem }) {
  $('queue').hidden = !durable;
  fill($('queue-count'), `${pending ?? '?'} pending, ${count ?? '?'} dead`);
  fill($('queue-problem'), problem);
  dead.show(entries.map(one => ({ id: one.id, stamp: one.since, one, row: () => deadRow(one) })));
}

const readable = ({ type }) => type ?? 'Sealed with another key';
const deathOf = ({ since, handler }) => [since && new Date(since).toLocaleString(), ' ', shortName(handler)];

const deadRow = one => [
  el('span.row', el('strong', readable(one)), gap(), one.attempts > 0 && badge('bad', plural(one.attempts, 'attempt'))),
  el('span.muted.cut', deathOf(one)),
  el('span.muted.cut', one.cause),
];

function showDead(one) {
  const { id, cause, payload } = one;
  const problem = el('p.problem', { role: 'alert' });
  const change = (how, done) => attempt(box, problem, async () => {
    showQueue(await call(`queue/${how}`, { id }));
    announce(done);
    dead.forget();
    showDeliveries();
    $('queue-refresh').focus();
  });
  const box = el('section.pane', { 'aria-labelledby': 'delivery-title' },
    deliveryTitle(readable(one)),
    el('p.muted', deathOf(one)),
    el('div.row',
      button('Retry', () => change('retry', 'Delivered again soon')),
      button('Discard', () => confirm('Discard this delivery for ever?') && change('discard', 'Discarded'))),
    problem,
    cause && wire('Cause', cause),
    payload && wire('Payload', payload));
  fill($('delivery'), box);
}

// ---- settings ----

const CHECKS = {
  'token-store': ['Token store', ({ tokenStore: { name, own, used } }) =>
    [code(name), own && ' of the app', !used && ', not used: no user signs in']],
  frameio: ['Frame.io', ({ frameio: { address, credentials } }) =>
    [code(address), credentials ? ` with ${credentials}` : ', without credentials of the app’s own']],
  adobe: ['Adobe', ({ adobe: { address, client } }) => [code(address), !client && ', without client id and secret']],
};

function checkCard([of, [title, facts]]) {
  const result = el('p', { role: 'status' });
  const check = button('Check', async () => {
    fill(result, badge('info', 'checking'));
    const found = await attempt(card, result, () => call('checks', { of }));
    const mark = found?.ok ? badge('ok', 'answers') : badge('bad', 'problem');
    if (found) fill(result, mark, ' ', found.text, ' ', muted(duration(found.millis)));
  }, { label: `Check ${title}` });
  const card = el('article.card', el('div.row', el('h3', title), gap(), check), el('p', facts(settings)), result);
  return card;
}

function settingItem({ key: name, variable, description, valid, value, default: standard, source }) {
  return el('li.item',
    el('div', el('h4', name), el('p.muted', withCode(description))),
    el('p.row', value === null ? muted('not set') : code(value), !valid && badge('bad', 'not valid')),
    el('div.muted', el('p', source ?? (standard !== null && 'default')), code(variable)));
}

function showSettings() {
  if (!settings) return;
  const all = [...settings.settings, ...settings.others];
  const words = $('settings-filter').value;
  const wanted = ({ set }) => set || !$('settings-set').checked;
  const found = all.filter(one => wanted(one) && matches(words, one.key, one.variable, one.description));
  fill($('settings-count'), `${found.length} of ${all.length}, ${all.filter(({ set }) => set).length} set`);
  fill($('settings-list'), found.length ? el('ul.items', found.map(settingItem)) : el('p.empty', 'No setting matches.'));
}

async function loadSettings() {
  const problem = el('p.problem', { role: 'alert' });
  fill($('settings-list'), problem);
  settings = await attempt($('settings'), problem, () => call('settings'));
  if (!settings) return;
  fill($('checks'), Object.entries(CHECKS).map(checkCard));
  $('checks').querySelectorAll('button').forEach(check => check.click());
  showSettings();
}

// ---- the frame ----

const current = () => VIEWS.find(view => !$(view).hidden);

function show(view, focus) {
  for (const one of VIEWS) {
    const chosen = one === view;
    const tab = $(`tab-${one}`);
    $(one).hidden = !chosen;
    tab.ariaSelected = String(chosen);
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen && focus) tab.focus();
  }
  history.replaceState(null, '', `#${key}/${view}`);
  if (view === 'settings' && !settings) loadSettings();
  if (view === 'deliveries') loadQueue();
}

function moveTab(event) {
  const at = VIEWS.indexOf(current());
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  show(VIEWS.at(to % VIEWS.length), true);
}

/** The key and the view in an address; a key alone is fine, too. */
function readAddress(text) {
  const [found, view] = text.trim().split('#').pop().split('/');
  return { found, view: VIEWS.includes(view) ? view : current() ?? VIEWS[0] };
}

function lock(why) {
  key = '';
  fill($('gate-text'), why, ' The server’s log has the address. It ends with # and the key.');
  if ($('gate').hidden) setTimeout(() => $('gate-key').focus());
  $('gate').hidden = false;
  $('loading').hidden = true;
  document.body.classList.add('locked');
  link('bad', 'No key');
}

async function unlock({ found, view }) {
  if (!found) return lock('This address has no key.');
  key = found;
  try {
    [app, samples] = await Promise.all([call('handlers'), call('samples')]);
  } catch (failure) {
    notice(failure);
    if (key) setTimeout(unlock, 2000, { found, view });
    return undefined;
  }
  forgetAll();
  const asked = !$('gate').hidden;
  $('gate').hidden = true;
  $('loading').hidden = true;
  document.body.classList.remove('locked');
  document.title = `${app.app} – console`;
  fill($('app'), app.app);
  fill($('kit'), `development console ${app.kit ?? ''}`);
  [showHandlers, showChoices, showTypes, showMenu, showDeliveries].forEach(draw => draw());
  return show(view, asked);
}

async function poll() {
  if (key && !document.hidden) {
    try {
      await refresh();
      link('ok', 'Connected');
    } catch (failure) {
      notice(failure);
    }
  }
  setTimeout(poll, 1500);
}

/** Handles an event of an element in place of the browser. */
function on(id, type, handle) {
  $(id).addEventListener(type, event => {
    event.preventDefault();
    handle();
  });
}

function onEnter(id, wanted, handle) {
  $(id).addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !wanted(event)) return;
    event.preventDefault();
    handle();
  });
}

function listen() {
  VIEWS.forEach(view => on(`tab-${view}`, 'click', () => show(view)));
  $('tabs').onkeydown = moveTab;
  window.onhashchange = () => unlock(readAddress(location.hash));
  on('skip', 'click', () => $('main').focus());
  on('gate-form', 'submit', () => unlock(readAddress($('gate-key').value)));

  on('webhook-form', 'submit', () => sendWebhook());
  on('webhook-reset', 'click', () => types.pick(types.chosen()));
  onEnter('webhook-body', event => event.ctrlKey || event.metaKey, sendWebhook);
  $('webhook-copies').append(...copyButtons('webhook', () => $('webhook-body').value));
  $('webhook-again').append(...Object.entries(MODES).map(([mode, [label]]) => button(label, () => sendWebhook(mode))));

  on('action-form', 'submit', runAction);
  on('asset-add', 'click', addTypedAsset);
  onEnter('asset-id', () => true, addTypedAsset);
  $('user').onchange = () => ($('user-id').hidden = $('user').value !== '');

  $('handlers-filter').oninput = showHandlers;
  $('types-filter').oninput = showTypes;
  $('webhook-body').oninput = checkPayload;
  on('queue-refresh', 'click', loadQueue);
  $('deliveries-filter').oninput = showDeliveries;
  $('deliveries-kind').onchange = showDeliveries;
  $('settings-filter').oninput = showSettings;
  $('settings-set').onchange = showSettings;
}

listen();
unlock(readAddress(location.hash)).then(poll);
