export { onceFor } from '../../once-for.ts';
