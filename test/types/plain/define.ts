// A module that defines an element also declares the types of its tag, and of the events that bubble to the dashboard.
import 'clientele/define/customer-dashboard';
import 'clientele/define/notes-panel';

const dashboard = document.querySelector('customer-dashboard')!;
dashboard.customerId = 'C-20817';
// wrong: a property's value
dashboard.timeZone = 1;
// wrong: a property's name
dashboard.customerid = 'C-20817';

dashboard.addEventListener('note-created', (event) => console.log(event.customerId, event.noteId.length));
// wrong: a member of an event
dashboard.addEventListener('note-created', (event) => console.log(event.orderId));
// wrong: an event's name, and so its members
dashboard.addEventListener('note-creatd', (event) => console.log(event.noteId));

const notes = document.querySelector('notes-panel')!;
notes.limit = 3;
// wrong: a property's value
notes.viewAll = 'popup';
