/**
 * English irregular forms and their base: verbs, and nouns whose plural is no suffix. Folded. Own list of the forms usual
 * in news; a form that is also another base word ("saw", "felt", "lay", "left") stays out, for a wrong base is a wrong pair.
 */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `am be|are be|is be|was be|were be|been be|being be|has have|had have|having have|does do|did do|done do|went go|gone go|goes go
  said say|says say|told tell|came come|took take|taken take|gave give|given give|made make|knew know|known know|thought think
  got get|gotten get|seen see|began begin|begun begin|brought bring|built build|bought buy|caught catch|chose choose
  chosen choose|cost cost|cut cut|dealt deal|drew draw|drawn draw|drove drive|driven drive|fell fall|fallen fall|fed feed
  fought fight|fled flee|flew fly|flown fly|forgot forget|forgotten forget|forgave forgive|froze freeze|frozen freeze
  grew grow|grown grow|heard hear|held hold|hid hide|hidden hide|kept keep|led lead|lent lend|lost lose|meant mean|met meet
  paid pay|put put|quit quit|ran run|rose rise|risen rise|rang ring|rung ring|sent send|shook shake|shaken shake|shot shoot
  shown show|showed show|shut shut|sang sing|sung sing|sank sink|sunk sink|sat sit|slept sleep|sold sell|sought seek|spoke speak|spoken speak
  spent spend|spread spread|stood stand|stole steal|stolen steal|struck strike|stricken strike|swept sweep|swore swear
  sworn swear|swam swim|swum swim|taught teach|tore tear|torn tear|threw throw|thrown throw|understood understand
  woke wake|woken wake|won win|withdrew withdraw|withdrawn withdraw|wore wear|worn wear|wrote write|written write|broke break
  broken break|became become|overcame overcome|undertook undertake|undertaken undertake|ate eat|eaten eat|beaten beat
  men man|women woman|children child|people person|persons person|feet foot|teeth tooth|mice mouse|lives life|wives wife
  knives knife|halves half|leaves leaf|died die|dies die|dying die|lying lie|lied lie|tying tie|tied tie`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(" ") as [string, string]),
);
