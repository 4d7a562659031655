import { stem } from './stem.js';

/**
 * Words that mean much the same, and pairs of words that say the opposite. Both sides of a pair share a key, so
 * that an answer's word finds its counterpart; the sign tells which side it is on.
 */
interface Meaning {
  readonly key: string;
  /** 0 for a word without an opposite. */
  readonly sign: -1 | 0 | 1;
}

const opposites = `
increase rise grow climb gain raise growth surge jump expand soar upturn swell! | decrease fall decline drop reduce shrink cut diminish plunge slump dwindle sink! sinks! sank! downturn
more | less fewer
up upwards upward uphill upstream upstairs | down downwards downward downhill downstream downstairs
accept approve agree endorse ratify adopt grant | reject refuse deny decline turn-down veto oppose
allow permit authorise! authorises! authorised! authorize! authorizes! authorized! allowable permissible | prohibit forbid ban bar disallow prohibition forbidden
mandatory compulsory required obligatory require oblige requirement | optional voluntary discretionary
maximum max | minimum min
above over | below under beneath
before prior beforehand earlier advance! | after afterwards later
first! | last!
open reopen | close! closed closing closes shut closure
begin start commence! commences! commenced! launch | end finish conclude cease stop terminate
include including inclusive | exclude except excluding exclusive
enable activate enabled | disable deactivate disabled
internal! internally! inside inner! interior! indoors | external! externally! outside outdoors outer! exterior!
buy purchase acquire acquisition | sell
buyer! buyers! purchaser! purchasers! | seller! sellers! vendor! vendors!
win victory winner | lose defeat loser!
succeed success successful | fail failure unsuccessful
hot warm heat | cold cool chill
high higher highest tall | low lower lowest
large big larger largest bigger biggest huge | small little smaller smallest tiny
long longer longest extend lengthen prolong renew | short shorter shortest shorten curtail
fast quick rapid swift brisk faster quicker fastest quickest | slow slower slowest sluggish
strong stronger strengthen | weak weaker weaken
early earlier earliest | late! later latest
previous! previously! preceding! former! | following! next! subsequent! subsequently!
speed-up accelerate accelerates accelerated hasten quicken | delay delays delayed postpone defer
old older oldest elderly aged! | young younger youngest
full | empty
public | private
safe harmless! | dangerous unsafe hazardous harmful harm
legal lawful valid | illegal unlawful invalid void
temporary interim provisional | permanent
fixed | variable floating
positive | negative
profit surplus | loss deficit
income revenue receipts | expenditure expense outgoings spending!
credit | debit
import! imports! imported! importing! | export
northern north | southern south
eastern east | western west
upper top | bottom
leftmost left-hand | rightmost right-hand
forward ahead | backward
push | pull
always invariably | never
everyone everybody everything | nobody nothing
majority most | minority few
improve better! enhance | worsen deteriorate worse! impair
cheap cheaper cheapest inexpensive | expensive dear costly! dearer! pricier!
thick thicker thickest | thin thinner thinnest
wet damp moist | dry
clean! cleaner! | dirty! dirtier!
light! lighter lightest | heavy heavier heaviest
hard harder | soft softer
deep deeper deepest | shallow shallower
wide broad wider widen! widened! widens! | narrow narrower narrowed! narrows!
rich wealthy | poor
arrive arrival | depart! departs! departed! departing! departure
add addition | remove delete
connect attach fasten | disconnect detach unfasten
lock | unlock
install | uninstall
upload | download
encrypt encrypted | decrypt unencrypted
synchronous | asynchronous
hire recruit appoint | dismiss sack
appear emerge | disappear vanish
same! similar! identical! alike! | different! differ! differs! differed! unlike!
later! afterwards! | previously!
front! | rear! back!
head! | tail!
open-minded | narrow-minded
rise! | set!
survive survivor | perish
remember recall! | forget
remember! | forgot!
wake awake | asleep
noisy loud | quiet silent
straight | curved bent
sharp | blunt
smooth | rough
tight | loose
sweet | sour bitter
honest | dishonest
lucky fortunate | unlucky unfortunate
popular | unpopular
useful! | useless!
borrow! borrows! borrowed! borrowing! | lend! lends! lent! lending!
patient! | impatient!
brave | cowardly
ancestor | descendant
entrance! | exit!
float! floats! floated! | sinks!
question! | answer!
ascent | descent
peace | war
strength | weakness
include! | omit! omitted!
inhale | exhale
load! loaded! | unload! unloaded!
heavier! | lighter!
natural | artificial synthetic
true! | false! untrue!
real! | fake!
right! correct! correctly! | wrong! incorrect! incorrectly! wrongly!
permit! | forbid!
willing | unwilling reluctant
intentional deliberate deliberately | accidental accidentally unintentional
interior! | exterior!
horizontal | vertical
odd! | even!
single! unmarried! | married!
reward! | punish! punished!
expand! | contract!
attract | repel
opponent! | supporter! ally!
ascend | descend
advantage benefit | disadvantage drawback
guilty | innocent
male man | female woman
husband | wife
father | mother
son | daughter
brother | sister
refundable | non-refundable
eligible qualify entitled | ineligible disqualified
available | unavailable
able | unable
likely! | unlikely!
possible feasible | impossible
paid! | unpaid!
complete | incomplete
agree | disagree
allowance! allowances! | disallowance!
identical! | differ! differs! differed!
happy pleased satisfied glad | unhappy displeased dissatisfied
sufficient adequate | insufficient inadequate
present! | absent!
clockwise | anticlockwise counterclockwise
appear visible | hidden invisible
known | unknown
written! | oral verbal
formal! formally! | informal! informally!
active | inactive passive!
common frequent often | rare rarely seldom uncommon infrequent
fresh | stale
raw uncooked | cooked!
alive living! | dead
attack | defend
love | hate
domestic | foreign overseas
urban | rural
primary | secondary
major | minor
gross | net
wholesale | retail
majority | minority
simple easy simpler easier | difficult complex complicated
confirm support | contradict refute
encourage promote | discourage deter
tighten | loosen relax
left-handed | right-handed
ascending | descending
`;

const alike = `
child kid
doctor physician gp
begin initiate
pay payment remuneration owe
company firm business corporation enterprise
employee worker
staff personnel workforce
boss manager
car vehicle automobile
house home dwelling residence
job post position role occupation
money fund funding cash
fee charge cost price
salary wage earnings
help assist aid assistance
show demonstrate display illustrate
build construct erect
make produce manufacture create
get obtain receive
give provide supply hand
tell inform notify
ask request
think believe
choose select pick opt
use utilise utilize employ usage
need require
try attempt
fix repair mend
replace substitute
check verify inspect examine
keep retain
throw discard dispose
send dispatch submit
choose election
change alter modify amend adjust
begin onset
finish complete
happen occur
stay remain
live reside
die decease
marry wed
study investigate research
find discover
join combine merge
split divide
move relocate
wait delay
tablet pill
medicine drug medication
illness disease sickness
hurt injure injury
important significant vital crucial key
whole entire
near close nearby
party side
noon midday
quick prompt
error mistake fault
holiday leave vacation
breach violation
rule regulation
law legislation
yearly annual annually year per-annum
monthly month
weekly week
daily day
hourly hour
twice two-times
approximately about roughly around
leader head
chief main principal
town city
fridge refrigerator
cooker stove hob oven
mobile cellphone phone telephone
film movie
author writer
novel book
war conflict
ship vessel boat
aeroplane aircraft
rubbish waste garbage trash
notice notification
letter mail
meeting session
vote ballot
ill sick unwell
document file
folder directory
setting option preference
function method
argument parameter
log record
retry reattempt
crash abort
speed velocity
gather collect
explain clarify
protect safeguard
own possess
happen arise
annually yearly
invest investment
reimburse refund repay
fine penalty
landlord lessor
talk communicate speak
sudden abrupt
unplug disconnect
gradual stepwise
shop store
allergy allergic
urinate urine
wash rinse
blame accuse
criticise criticize condemn
praise commend applaud
rescue save
sink capsize
drown perish
tow haul
warn alert caution
suggest propose recommend
decide determine
permission consent authorisation authorization
deadline cutoff
biography memoir
exhibition show
artist painter
painting picture
prize award
scholarship grant bursary
factory plant works
sale turnover
discount rebate
debt borrowing
shareholder stockholder
dividend distribution
auditor accountant
merger takeover
bidder offeror
hospital clinic
headache migraine
dizzy dizziness lightheaded
tired fatigue tiredness exhausted
match game fixture
referee official
spectator crowd attendance
injured wounded
forecast predict prediction
estimate reckon
reward bonus
parcel package
port harbour harbor
liable liability
pupil student schoolchild
teacher instructor tutor
street road
path trail track
forest woodland wood
sea ocean
garbage litter
switch toggle
blink flash
noise sound
engine motor
petrol gasoline
lorry truck
luggage baggage
accommodation lodging
flat apartment
lift elevator
tax levy
`;

const meanings = new Map<string, Meaning>();

const words = (text: string): string[] => text.trim().split(/\s+/);

for (const line of alike.trim().split('\n')) {
  const stems = words(line).map(stem);
  const key = meanings.get(stems.find((each) => meanings.has(each)) ?? '')?.key ?? `=${stems[0]}`;
  for (const each of stems) if (!meanings.has(each)) meanings.set(each, { key, sign: 0 });
}
const paired = new Map<string, Meaning>();
const pairedStems = new Map<string, Meaning>();

/** A `!` after a word: only as it is written, since "lasts" is not the opposite of "first". */
function pair(marked: string, meaning: Meaning): void {
  const word = marked.replace('!', '');
  if (!paired.has(word)) paired.set(word, meaning);
  const root = stem(word);
  if (!marked.endsWith('!') && !pairedStems.has(root)) pairedStems.set(root, meaning);
}
for (const line of opposites.trim().split('\n')) {
  const [plus = '', minus = ''] = line.split('|');
  const key = `~${words(plus)[0]}`;
  for (const word of words(plus)) pair(word, { key, sign: 1 });
  for (const word of words(minus)) pair(word, { key, sign: -1 });
}

/** What a lower-case word is compared by. */
export function meaning(word: string): Meaning {
  const exact = paired.get(word);
  if (exact !== undefined) return exact;
  const root = stem(word);
  return pairedStems.get(root) ?? meanings.get(root) ?? { key: root, sign: 0 };
}
