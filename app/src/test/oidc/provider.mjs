// A provider of OpenID Connect for one test: `node provider.mjs PORT REDIRECT`. Signs in whoever the form names, without asking for more.
import { Provider } from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);
const people = {
  aigul: { email: 'aigul@office.example', email_verified: true },
  unverified: { email: 'aigul@office.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'office',
    client_secret: 'a-secret-of-the-test',
    redirect_uris: [redirect],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['only for the test'] },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
});

// `?login_hint=` names the person; login and consent are given at once.
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const { prompt, params, session } = await provider.interactionDetails(ctx.req, ctx.res);
  if (prompt.name === 'login') {
    const who = (await import('node:fs')).readFileSync(process.env.WHO, 'utf8').trim();
    return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: who } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope('openid email');
  return provider.interactionFinished(ctx.req, ctx.res, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
