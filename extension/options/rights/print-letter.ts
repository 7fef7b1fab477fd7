/** Prints one letter and nothing else of the page. What is left out is decided in `print.css`. */
export function printLetter(paper: Element): void {
  paper.classList.add('printing');
  document.documentElement.classList.add('printing-letter');
  addEventListener(
    'afterprint',
    () => {
      paper.classList.remove('printing');
      document.documentElement.classList.remove('printing-letter');
    },
    { once: true },
  );
  print();
}
