/** Runs a world till its process is ended, for the tests of what a world leaves behind. */
import { startWorld } from '../../world/world.ts';

const world = await startWorld();
console.log(world.directory);
