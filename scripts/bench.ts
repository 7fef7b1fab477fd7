/** `npm run bench`: the figures that the documents name. */
import '../tests/bench/certificate.bench.ts';
import '../tests/bench/companion.bench.ts';
