import type { Area } from '../../kernel/county.ts';
import { dayOf } from '../calendar.ts';
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
