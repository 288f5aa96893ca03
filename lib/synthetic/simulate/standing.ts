import type { Area } from '../../kernel/county.ts';
import { dayOf, isoDay } from '../calendar.ts';
import type { Grid } from '../records.ts';
import { assist, organisationAt } from './streams.ts';
import { days, type World } from './world.ts';

const firstPosts = dayOf('2021-03-01');

/** What stands before the first day: posts, committees, centres, homes, shelters, firms, and households already aided. */
export function* standing(world: World, areas: readonly Area[]): Generator<void> {
  for (const grid of world.grids) {
    posts(world, grid);
    yield;
  }
  committees(world, areas);
  centres(world, areas);
  custody(world);
  visits(world, areas);
  payments(world, areas);
  yield* facilities(world);
  const poor = Math.round(5200 * world.scale);
  for (let i = 0; i < poor; i++) {
    assist(world, world.from - world.random.int(1, 900));
    yield;
  }
}

/** Spells of the main worker, never two at a time, with a gap where a grid waits for the next; some grids have a deputy. */
function posts(world: World, { place, households, establishedOn }: Grid): void {
  const { random } = world;
  let day = Math.max(firstPosts, establishedOn) + random.int(0, 120);
  while (day <= world.asOf) {
    const ends = day + days(world, 560, 0.7, 60);
    const id = world.number('GW', day);
    world.write('GridPost', { id, role: 'MAIN', startedOn: day, endedOn: world.seen(ends), households, place });
    day = ends + (random.chance(0.62) ? random.int(0, 1) : days(world, 24 * world.habit(place).slowness, 0.8, 2));
  }
  if (random.chance(0.35)) {
    const startedOn = firstPosts + random.int(0, 1500);
    world.write('GridPost', {
      id: world.number('GW', startedOn),
      role: 'DEPUTY',
      startedOn,
      endedOn: null,
      households,
      place,
    });
  }
}

/** One committee for each village and each town. */
function committees(world: World, areas: readonly Area[]): void {
  for (const { code, name, level } of areas) {
    if (level !== 'TOWN' && level !== 'VILLAGE') continue;
    const place = world.grids.find(grid => grid.place.startsWith(code))?.place ?? '';
    const mediators = world.random.int(3, level === 'TOWN' ? 14 : 8);
    const fulltimeMediators = level === 'TOWN' ? world.random.int(1, 3) : world.random.int(0, 1);
    world.write('MediationCommittee', {
      id: `TWH${code}`,
      name: `${name}人民调解委员会`,
      foundedOn: dayOf('2011-01-10') + world.aside(`TWH${code}`).int(0, 4000),
      dissolvedOn: null,
      mediators,
      fulltimeMediators,
      place,
    });
  }
}

function centres(world: World, areas: readonly Area[]): void {
  const open = (kind: 'GOVERNANCE' | 'SERVICE', { code, name }: Area): void => {
    const place = world.grids.find(grid => grid.place.startsWith(code))?.place ?? '';
    const openedOn = dayOf('2020-01-06') + world.random.int(0, 900);
    const word = kind === 'GOVERNANCE' ? '社会治理中心' : '便民服务中心';
    world.write('Centre', { id: `ZX${1000 + world.serial('ZX')}`, name: `${name}${word}`, kind, openedOn, place });
  };
  for (const area of areas) {
    if (area.level === 'COUNTY' || area.level === 'TOWN') {
      open('GOVERNANCE', area);
      open('SERVICE', area);
    } else if (area.level === 'VILLAGE' && world.random.chance(0.3)) open('SERVICE', area);
  }
}

/** The detention house counts at the end of each month; a count is in force until the next. */
function custody(world: World): void {
  const house = world.grids[0]?.place ?? '';
  const shares = { INVESTIGATION: 62, PROSECUTION: 41, TRIAL: 55, SENTENCED: 88 } as const;
  for (let countedOn = world.from - 1; countedOn <= world.asOf; countedOn = nextMonthEnd(countedOn)) {
    for (const [stage, usual] of Object.entries(shares) as [keyof typeof shares, number][]) {
      const id = world.number('ZYRS', countedOn);
      const held = Math.round(usual * (0.85 + 0.3 * world.aside(id).unit()));
      world.write('CustodyCount', {
        id,
        stage,
        countedOn,
        replacedOn: world.seen(nextMonthEnd(countedOn)),
        held,
        place: house,
      });
    }
  }
}

function* monthEnds({ from, asOf }: World): Generator<number> {
  for (let day = nextMonthEnd(from - 1); day <= asOf; day = nextMonthEnd(day)) yield day;
}

/** What each village reports at the end of a month. */
function visits(world: World, areas: readonly Area[]): void {
  for (const { code, level } of areas) {
    if (level !== 'VILLAGE') continue;
    const households = world.grids
      .filter(grid => grid.place.startsWith(code))
      .reduce((n, grid) => n + grid.households, 0);
    for (const visitedOn of monthEnds(world)) {
      const id = world.number('ZF', visitedOn);
      const share = Math.min(1, Math.max(0.2, 0.72 + 0.12 * world.aside(id).normal()));
      world.write('GridVisit', { id, visitedOn, visited: Math.round(households * share), households, place: code });
    }
  }
}

/** The town's list of a programme, due on the tenth, and who had the money by then. */
function payments(world: World, areas: readonly Area[]): void {
  const usual = { MIN_LIVING: 260, DESTITUTE: 70, TEMPORARY: 12 } as const;
  for (const { code, level } of areas) {
    if (level !== 'TOWN') continue;
    const place = world.grids.find(grid => grid.place.startsWith(code))?.place ?? '';
    for (const monthEnd of monthEnds(world)) {
      for (const [programme, households] of Object.entries(usual) as [keyof typeof usual, number][]) {
        const dueOn = dayOf(`${isoDay(monthEnd).slice(0, 7)}-10`);
        const id = world.number('FF', dueOn);
        const own = world.aside(id);
        const due = Math.round(households * (0.8 + 0.4 * own.unit()));
        const paidOnTime = own.chance(0.9) ? due : Math.round(due * own.unit());
        world.write('ReliefPayment', { id, programme, dueOn, due, paidOnTime, place });
      }
    }
  }
}

/** Of the last day of a month. */
function nextMonthEnd(day: number): number {
  const [year = 0, month = 0] = isoDay(day + 1)
    .split('-')
    .map(Number);
  return dayOf(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
}

function* facilities(world: World): Generator<void> {
  const { random } = world;
  const some = (): { place: string; village: string } => {
    const grid = world.anyGrid();
    return { place: grid.place, village: grid.name.split('第')[0] ?? '' };
  };
  for (let i = 0; i < 42; i++) {
    const { place, village } = some();
    const openedOn = dayOf('2012-05-01') + random.int(0, 4300);
    const closedOn = random.chance(0.1) ? world.seen(openedOn + random.int(700, 4000)) : null;
    world.write('CareFacility', {
      id: `YL${1000 + i}`,
      name: `${village}养老服务中心`,
      beds: random.int(20, 220),
      openedOn,
      closedOn,
      place,
    });
  }
  for (let i = 0; i < 320; i++) {
    const { place, village } = some();
    const registeredOn = dayOf('2008-03-03') + random.int(0, 6500);
    world.write('SocialOrganisation', { id: `SZ${10_000 + i}`, name: `${village}志愿服务队`, registeredOn, place });
  }
  for (let i = 0; i < 130; i++) {
    const { place, village } = some();
    world.write('Shelter', {
      id: `BN${1000 + i}`,
      name: `${village}应急避难场所`,
      capacity: random.int(2, 60) * 50,
      place,
    });
  }
  for (let i = 0; i < world.organisations; i++) {
    const organisation = organisationAt(world, i);
    world.write('Organisation', { ...organisation, name: `枫溪${trades[i % trades.length]}有限公司第${i + 1}厂` });
    yield;
  }
}

const trades = ['竹木', '茶业', '机械', '化工', '纺织', '食品', '建材', '物流', '电子', '印染', '餐饮'];
