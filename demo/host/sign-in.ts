import { onSignIn } from './sign-in-form.ts';

onSignIn(() => {
  const wanted = new URLSearchParams(location.search).get('to') ?? '/';
  // Only a path on this server is allowed: another origin would be an open redirect.
  location.replace(
    /^\/(?!\/)/.test(wanted) && new URL(wanted, location.origin).origin === location.origin ? wanted : '/',
  );
});
