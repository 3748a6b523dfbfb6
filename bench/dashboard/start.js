// Runs before everything else that a page imports: from here its time is counted.
performance.mark('start');
