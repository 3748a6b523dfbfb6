import { onSignIn } from './sign-in-form.ts';

onSignIn(() => {
  const target = new URLSearchParams(location.search).get('to') ?? '/';
  // Only a path on this server is allowed: another origin would be an open redirect.
  location.replace(
    /^\/(?!\/)/.test(target) && new URL(target, location.origin).origin === location.origin ? target : '/',
  );
});
