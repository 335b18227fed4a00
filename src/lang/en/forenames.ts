/** Common first names of men in English-language news, folded. Own list; names that women bear as well are left out. */
const MEN = `aaron abdul adam adrian ahmed alan albert alberto alejandro ali andrew andrei anthony antonio arthur barack ben benjamin bernard bernie
bill bob boris brad brandon brian bruce carl carlos charles chris christopher chuck claude craig daniel dave david dennis dmitry
donald doug douglas ed edward emmanuel eric ernest ethan eugene evan francisco frank fred gary gavin geoffrey george gerald glenn
gordon graham greg gregory hans harold harry hassan henry howard hugo hussein ian ibrahim igor ivan jack jacob james jason javier jeff
jeffrey jens jeremy jerome jim joe john jonathan jorge jose joseph joshua juan julian justin karl keir keith ken kenneth kevin larry
lawrence leo liam louis luis luke marco mario mark martin matt matthew michael miguel mike mitch mohamed mohammed muhammad nathan
neil nicholas nick nigel oleg oliver oscar owen pablo patrick paul pedro peter phil philip pierre rafael ralph raymond ricardo
richard rick robert roberto roger ron ronald ross roy russell ryan samuel scott sean sergei sergey simon stephen steve steven stuart
ted thomas tim timothy todd tom tony vadim victor viktor vincent vladimir volodymyr walter warren wayne william xavier yusuf zachary
andy barry billy bobby charlie christian danny eddie freddie harvey jake jerry jimmy joey johnny josh randy ricky tommy`;

/** Common first names of women, as above. */
const WOMEN = `abigail alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelina anita ann anna anne annette barbara beth
betty brenda camilla carla carmen carol caroline catherine charlotte cheryl christina christine cindy claire claudia cynthia
danielle debbie deborah denise diana diane donna doris dorothy elaine eleanor elena elizabeth ellen emily emma erica eva evelyn
fatima fiona frances gina gloria grace hannah heather helen hillary ines ingrid irene isabel jacqueline jane janet janice jeanne
jennifer jessica jill joan joanna joyce judith judy julia julie karen kate katherine kathleen kathryn kathy katie kelly kimberly
kristen laura lauren leila linda lisa liz louise lucia lucy lydia madeleine margaret maria marie marilyn marina martha mary maya megan
melania melanie melissa michelle miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora olga olivia
pamela patricia paula penelope priti rachel rebecca rita rosa rose ruth samantha sandra sara sarah sharon sheila shirley sofia sonia
sophia sophie stephanie susan suzanne svetlana sylvia tamika tanya tatiana teresa theresa tina ursula valerie vanessa veronica victoria
virginia wendy yasmin yulia yvette yvonne zoe`;

/** Whom a first name makes one think of. A title or a pronoun in the report counts for more. */
export const FORENAMES: ReadonlyMap<string, "he" | "she"> = new Map([
  ...MEN.split(/\s+/).map((name) => [name, "he"] as const),
  ...WOMEN.split(/\s+/).map((name) => [name, "she"] as const),
]);
