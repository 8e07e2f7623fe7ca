import { keepings, ways, type Choice, type ChoiceAnswer, type Decision } from '../domain/choice.ts';
import type { CircleDocument } from './circle-document.ts';
import { count, id, parser, time, words, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { records, values } from './table.ts';

const chosen = {
  session: id,
  way: v.picklist(ways),
  words,
  sessions: v.optional(count, 0),
  keeps: v.fallback(v.picklist(keepings), 'norms'),
  by: id,
  at: time,
};

export const parseChoice: Parse<Choice> = parser(v.object({ id, ...chosen }));

export const parseChoiceAnswer: Parse<ChoiceAnswer> = parser(
  v.object({
    choice: id,
    session: id,
    member: id,
    says: v.picklist(['yes', 'objection']),
    words,
    at: time,
  }),
);

export const parseDecision: Parse<Decision> = parser(v.object({ choice: id, ...chosen }));

export const choicesIn = records('choices', parseChoice);
export const choiceAnswersIn = values('choiceAnswers', parseChoiceAnswer, (row) => [
  row.choice,
  row.member,
]);
/** One value a session: of two who decide at once, all screens take the same. */
export const decisionsIn = values('decisions', parseDecision, (row) => [row.session]);

/** Puts a choice to the circle; who puts it has said yes to it. */
export function put(circle: CircleDocument, choice: Choice): void {
  const { id, session, by, at } = choice;
  circle.write(() => {
    choicesIn(circle).put(choice);
    choiceAnswersIn(circle).put({ choice: id, session, member: by, says: 'yes', words: '', at });
  });
}

export function answerChoice(circle: CircleDocument, answer: ChoiceAnswer): void {
  circle.write(() => choiceAnswersIn(circle).put(answer));
}

export function decide(circle: CircleDocument, decision: Decision): void {
  circle.write(() => decisionsIn(circle).put(decision));
}
