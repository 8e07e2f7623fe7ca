import type { QuestionId } from '../domain/ids.ts';
import type { Pass, Question } from '../domain/question.ts';
import type { CircleDocument } from './circle-document.ts';
import { count, id, maybeTime, parser, time, words, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { records, values } from './table.ts';

export const parseQuestion: Parse<Question> = parser(
  v.object({
    id,
    turn: id,
    round: count,
    author: id,
    text: words,
    askedAt: time,
    changedAt: maybeTime,
    takenBack: v.optional(v.boolean(), false),
  }),
);

export const parsePass: Parse<Pass> = parser(
  v.object({ turn: id, round: count, member: id, by: id, at: time }),
);

const keyOfPass = ({ turn, round, member }: Pass): string[] => [turn, String(round), member];

export const questionsIn = records('questions', parseQuestion);
export const passesIn = values('passes', parsePass, keyOfPass);

export function ask(circle: CircleDocument, question: Question): void {
  circle.write(() => questionsIn(circle).put(question));
}

export function changeQuestion(
  circle: CircleDocument,
  question: QuestionId,
  fields: Partial<Pick<Question, 'text' | 'changedAt' | 'takenBack'>>,
): void {
  circle.write(() => questionsIn(circle).patch(question, fields));
}

export function passOver(circle: CircleDocument, pass: Pass): void {
  circle.write(() => passesIn(circle).put(pass));
}

export function takeBackPass(circle: CircleDocument, pass: Pass): void {
  circle.write(() => passesIn(circle).remove(keyOfPass(pass)));
}
