// Runs before everything else that a page imports. The measured time starts here.
performance.mark('start');
