import 'clientele/themes/default.css';
import 'clientele/themes/sepia.css';

// wrong: a style sheet that is not a theme
import 'clientele/sepia.css';
