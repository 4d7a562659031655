/**
 * Words that a paraphrase brings in of itself: they name no thing of their own, so that an answer may have them where
 * its source does not.
 */
const generalWords: ReadonlySet<string> = new Set(
  `
together front level plus minus else outside inside attention explanation circumstance somebody someone anybody
anything everything nothing mere review thanks good idea sight range further morning afternoon evening night midnight
noon difference point alone whenever wherever whoever whatever almost nearly always never normal extra additional full
entire whole total own single double right wrong sure able instead except unless age apart far back side problem break
issue trouble wish need thereafter afterwards beforehand previously formerly currently originally eventually straight
away content form matter sake effort course moment occasion event situation role task activity process member group
place spot area period length duration weight size height shape temperature space
later earlier soon sooner often seldom usual regular ahead enough due free possible permanent separate joint further
previous former latter past present future current recent ago today tomorrow yesterday nowadays decade century fortnight
weekend o'clock minute hour daytime night-time lifetime long-term short-term
top bottom middle centre beginning start end rest remainder half quarter third majority minority minimum maximum
average lot bit piece bunch couple pair series set list row pile layer line
excess lack lag gap surplus shortage limit threshold level degree extent rate ratio share proportion percentage amount
quantity sum figure volume capacity depth width distance radius diameter speed pace age
cause effect impact influence outcome consequence result reason purpose aim goal intention motive basis background
condition requirement rule exception option choice alternative possibility chance risk danger threat advantage drawback
benefit disadvantage merit value worth importance significance relevance quality property feature aspect factor element
detail item object article entry unit component version variant format type sort category class kind style manner method
means approach technique procedure protocol practice habit tradition custom routine
thought mind view opinion belief feeling sense taste impression feeling hope fear doubt concern worry interest wish
desire knowledge experience skill ability talent memory attention care
word term phrase name title label mark sign signal symbol letter message note notice reply response answer question
request demand offer proposal suggestion recommendation advice warning instruction order command permission approval
consent agreement arrangement deal plan scheme project programme schedule timetable agenda
action act deed step measure move attempt trial effort work job duty responsibility function task service help support
aid assistance protection care treatment use usage handling management control check inspection visit tour trip journey
way route path direction position location site spot region zone district neighbourhood surroundings
change shift switch increase rise growth decrease fall drop reduction improvement loss gain
person people individual human adult anyone everyone everybody nobody others crowd public audience team crew staff
personnel party side partner colleague friend owner holder buyer seller user visitor guest customer client member
participant resident local inhabitant applicant candidate recipient winner loser expert specialist
man woman men women child children boy girl lady gentleman
company firm business organisation organization body institution authority agency
data evidence proof sign trace record information knowledge
money cost price expense fee sum payment amount
walk ride sleep rest stand stay look glance talk speech chat conversation discussion debate dispute argument quarrel
accident incident mishap damage harm injury loss failure fault error mistake defect delay disruption
birth death life lives living
light dark heat cold noise sound
large small big little great huge tiny heavy heavier light lighter long short high low wide narrow deep early late new
old young fresh modern ancient better best worse worst strong strongest weak weakest quick slow easy hard harder simple
difficult clear plain obvious certain true false real actual exact precise similar different equal same like alike
important main major minor chief key principal special particular general common rare typical usual unusual strange
successful unsuccessful popular famous well-known wellknown unknown known
satisfied happy unhappy pleased glad sorry angry afraid ready willing unwilling welcome grateful proud
cheap expensive costly affordable dear
open closed empty full
legible necessary essential vital crucial useful useless suitable appropriate fit proper
written oral spoken printed
thrown left given taken kept made done seen shown known told said paid held sent put set
know think weigh weighs weighed lives live affect reach receive receives stood stands stand skip steps visit leaves
lasts last counts belongs depends means comes goes gets knows runs takes turns serves
device machine instrument equipment tool apparatus vehicle building structure animal creature plant food drink meal material
substance liquid clothing furniture illness disease symptom mains production trade market office store stock season
deadline budget fund grant bill account contract
behalf accord accordance favour spite
first-hand second-hand one-off on-site
`
    .trim()
    .split(/\s+/),
);

/** Whether a word, or the singular of it, is general. */
export const isGeneral = (low: string): boolean =>
  generalWords.has(low) || (low.endsWith('s') && generalWords.has(low.slice(0, -1)));
