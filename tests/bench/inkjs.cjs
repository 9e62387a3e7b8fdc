// How many choices a second inkjs answers at random, once it has run warm, as a line of JSON.
// Arguments: the folder of the inkjs package, an ink source, seconds of the processor to measure.
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

function busy() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rate(seconds) {
  let answers = 0;
  const began = busy();
  while (busy() - began < seconds) answers += play();
  return answers / (busy() - began);
}

rate(1);
console.log(JSON.stringify({ rate: rate(Number(seconds)) }));
