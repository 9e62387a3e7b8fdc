// How many choices a second inkjs answers at random, once it has run warm, as a line of JSON.
// Arguments: the folder of the inkjs package, an ink source, seconds to measure.
const [, , inkjs, source, seconds] = process.argv;
const { Compiler, Story } = require(inkjs + "/dist/ink-full.js");
const text = require("fs").readFileSync(source, "utf8");
const story = new Story(new Compiler(text).Compile().ToJson());

function play() {
  let answers = 0;
  story.ResetState();
  story.ContinueMaximally();
  while (story.currentChoices.length > 0) {
    story.ChooseChoiceIndex(Math.floor(Math.random() * story.currentChoices.length));
    story.ContinueMaximally();
    answers += 1;
  }
  return answers;
}

function rate(milliseconds) {
  let answers = 0;
  const began = performance.now();
  while (performance.now() - began < milliseconds) answers += play();
  return (answers * 1000) / (performance.now() - began);
}

rate(1000);
console.log(JSON.stringify({ rate: rate(Number(seconds) * 1000) }));
