import type { Metrics } from '../../lib/observe/index.ts';
import type { Gateway } from '../gateway.ts';

/** Shows in the metrics what a gateway holds. */
export function watchGateway(metrics: Metrics, gateway: Gateway): void {
  metrics.watch('operations_cached', 'Operations kept compiled', () => gateway.state().operations);
  metrics.watch('department_left_alone', 'Whether a department that hangs is left alone', () => {
    const { leftAlone } = gateway.state();
    return new Map(gateway.departments.map(name => [name, Number(leftAlone.includes(name))]));
  });
}
