import 'clientele/themes/default.css';
import 'clientele/themes/sepia.css';

// wrong: a style sheet beside the themes
import 'clientele/sepia.css';
