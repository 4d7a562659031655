/**
 * Pairs of words that say the opposite, a line each, with those that say the same on each side of the `|`. A `!` after
 * a word: only as it is written, since "lasts" is not the opposite of "first".
 */
export const oppositeWords = `
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
include including inclusive | exclude excluding exclusive
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
early earlier earliest sooner! | late! later latest
previous! previously! preceding! former! | following! next! subsequent! subsequently!
speed-up accelerate accelerates accelerated hasten quicken | delay delays delayed postpone defer
old older oldest elder eldest elderly aged! | young younger youngest
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
willing! | unwilling reluctant
intentional deliberate deliberately | accidental accidentally unintentional
interior! | exterior!
horizontal | vertical
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
