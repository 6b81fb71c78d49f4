"use strict";

/**
 * Places entities: the same ones with the same ties and pins always at the same places.
 *
 * Forces after Fruchterman and Reingold (1991), from a spiral around the middle. Only +, -, ×, ÷ and the square root are used, whose
 * results IEEE 754 fixes to the last bit, so that every machine draws the same picture.
 * Returns a map from reference to [x, y], whole numbers.
 */
function placed(refs, ties, pins, center) {
  const order = [...refs].sort((a, b) => (b === center) - (a === center) || compare(a, b));
  const index = new Map(order.map((ref, place) => [ref, place]));
  const points = spiral(order.length);
  order.forEach((ref, place) => {
    if (pins[ref]) points[place] = [...pins[ref]];
  });
  const springs = ties.map(([a, b]) => [index.get(a), index.get(b)]).filter(([a, b]) => a !== undefined && b !== undefined && a !== b);
  springs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const fixed = order.map((ref) => Boolean(pins[ref]) || (ref === center && !Object.keys(pins).length));
  const parts = partsOf(order.length, springs);
  const steps = order.length > 100 ? 120 : 240;
  for (let step = 0; step < steps; step += 1) relax(points, springs, parts, fixed, 60 * (1 - step / steps) + 1);
  separate(points, fixed);
  return new Map(order.map((ref, place) => [ref, points[place].map((value) => Math.round(value))]));
}

/** Points on a spiral, each a golden angle on. */
function spiral(total) {
  const [cosine, sine] = [-0.7373688780783197, 0.6754902942615238];
  const points = [];
  let [x, y] = [1, 0];
  for (let place = 0; place < total; place += 1) {
    const radius = 70 * Math.sqrt(place);
    points.push([x * radius, y * radius]);
    [x, y] = [x * cosine - y * sine, x * sine + y * cosine];
  }
  return points;
}

/** For each point, a number that those have in common which springs join. */
function partsOf(total, springs) {
  const parts = Array.from({ length: total }, (_, place) => place);
  const top = (place) => {
    while (parts[place] !== place) place = parts[place];
    return place;
  };
  for (const [a, b] of springs) {
    const [left, right] = [top(a), top(b)];
    parts[Math.max(left, right)] = Math.min(left, right);
  }
  return parts.map((_, place) => top(place));
}

const ideal = 130;

function relax(points, springs, parts, fixed, most) {
  const forces = points.map(([x, y]) => [-x * 0.02, -y * 0.02]);
  for (let a = 0; a < points.length; a += 1) {
    for (let b = a + 1; b < points.length; b += 1) push(points, forces, a, b, parts[a] !== parts[b]);
  }
  for (const [a, b] of springs) {
    const [dx, dy] = [points[b][0] - points[a][0], points[b][1] - points[a][1]];
    const pull = Math.sqrt(dx * dx + dy * dy) / ideal / 2;
    forces[a][0] += dx * pull;
    forces[a][1] += dy * pull;
    forces[b][0] -= dx * pull;
    forces[b][1] -= dy * pull;
  }
  points.forEach((point, place) => {
    if (fixed[place]) return;
    const [fx, fy] = forces[place];
    const length = Math.sqrt(fx * fx + fy * fy);
    const scale = length > most ? most / length : 1;
    point[0] += fx * scale;
    point[1] += fy * scale;
  });
}

function push(points, forces, a, b, areParted) {
  // Labels are wider than high: entities keep more room sideways.
  const [dx, dy] = [(points[b][0] - points[a][0]) / 1.35, points[b][1] - points[a][1]];
  const square = Math.max(dx * dx + dy * dy, 1);
  // Nothing holds parts together that no tie joins: from afar they do not drive each other out of sight.
  if (areParted && square > 4 * ideal * ideal) return;
  const force = (ideal * ideal) / square;
  const [fx, fy] = [dx * force * 0.5 || (a - b) * 0.1, dy * force * 0.5];
  forces[a][0] -= fx;
  forces[a][1] -= fy;
  forces[b][0] += fx;
  forces[b][1] += fy;
}

/** Moves apart what would lie on each other. */
function separate(points, fixed) {
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (let a = 0; a < points.length; a += 1) {
      for (let b = a + 1; b < points.length; b += 1) {
        const [dx, dy] = [points[b][0] - points[a][0], points[b][1] - points[a][1]];
        if (Math.abs(dx) >= 110 || Math.abs(dy) >= 52 || (fixed[a] && fixed[b])) continue;
        moved = true;
        const step = (dy < 0 ? -1 : 1) * (54 - Math.abs(dy)) / (fixed[a] || fixed[b] ? 1 : 2);
        if (!fixed[b]) points[b][1] += step;
        if (!fixed[a]) points[a][1] -= step;
      }
    }
    if (!moved) return;
  }
}
