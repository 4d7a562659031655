/**
 * Words that say the opposite, a line each, the two sides apart by `|`. Other than in `opposite-words`, a word may
 * stand in several lines: "decline" is the opposite of "accept" and of "rise". Words of one side need not mean the same.
 */
export const antonymWords = `
accept approve allow grant agree admit uphold confirm back support endorse pass | reject refuse decline deny dismiss oppose veto forbid rule-out turn-down overturn quash exclude
accept take admit select choose | reject refuse decline exclude
permit allow let tolerate authorise welcome | prohibit forbid ban bar outlaw stop prevent block
allowed permitted legal possible acceptable | forbidden prohibited banned illegal impossible unacceptable
praise commend applaud admire thank | criticise blame condemn attack denounce scold
increase rise grow climb gain raise widen improve expand soar recover double | decrease fall decline drop reduce shrink narrow lose worsen sink halve cut
improve recover heal strengthen brighten ease | worsen deteriorate weaken decline
upper top above upwards highest | lower bottom below downwards lowest
up upwards above over ahead | down downwards below under behind
high tall top | low short bottom
ahead before leading first earlier | behind after back trailing last later
early earlier earliest beforehand advance sooner before | late later latest afterwards after
first initial original opening start beginning | last final closing end
old older oldest elder eldest former ancient | new newer newest recent latest modern young younger youngest
open opened opens | close closed closes shut lock locked
begin start open launch commence resume found | end finish stop close cease conclude halt cancel abandon
build construct erect make create found | destroy demolish dismantle raze stop halt
continue carry-on remain persist stay | stop end cease halt quit leave discontinue
win beat defeat triumph victory | lose defeat loss draw
winner victor champion | loser
success successful triumph hit | failure unsuccessful flop fail disaster
bright light lit sunny clear | dim dark dull cloudy unlit
hot warm heat | cold cool freezing chill
fast quick rapid high swift | slow low sluggish gradual
speed-up speed hasten accelerate shorten | delay slow postpone prolong lengthen
strong stronger powerful firm heavy | weak weaker feeble faint mild light gentle
loud noisy | quiet silent soft
large big great wide broad long tall | small little narrow short tiny slight
rich wealthy prosperous | poor needy
cheap inexpensive low | expensive dear costly high dearer
cheaper | dearer pricier costlier
buy purchase acquire | sell
add insert attach fit install include apply | remove delete detach take-out omit strip uninstall
retain preserve save | lose discard abandon surrender waste
enter arrive come join board | leave depart exit go quit
arrive arrival | depart departure leave
inside indoors interior inner within internal | outside outdoors exterior outer external
public open shared common | private closed secret confidential
known certain sure clear proven | unknown uncertain unclear doubtful
likely probable | unlikely improbable
safe harmless secure | dangerous unsafe harmful hazardous risky
healthy well fit | ill sick unwell unfit
alive living live survive | dead die killed perish
full complete whole entire | empty partial incomplete half
wet damp moist humid | dry arid
clean | dirty soiled
rough | smooth
hard firm solid | soft
thick | thin
deep | shallow
sharp | blunt dull
sweet | bitter sour
simple easy straightforward | difficult hard complex complicated
useful helpful effective valuable | useless ineffective worthless
important significant major serious essential main | unimportant minor trivial insignificant negligible
voluntary optional free | compulsory mandatory obligatory required
temporary provisional interim | permanent final lasting
fixed constant stable steady unchanged | variable changing flexible floating
free unpaid gratis | paid charged fee
paid | unpaid
rare seldom unusual occasional | common frequent usual often regular
always constantly invariably | never seldom rarely
all every everyone everybody everything both | none nobody nothing neither no-one
most majority many | few minority
more extra additional | less fewer
maximum most ceiling | minimum least floor
male man men boy husband father son brother uncle | female woman women girl wife mother daughter sister aunt
husband | wife
father | mother
brother | sister
son | daughter
uncle | aunt
nephew | niece
parent mother father | child son daughter
married | single unmarried divorced
day daytime | night night-time
morning | evening
summer | winter
spring | autumn
dawn sunrise | dusk sunset
north northern | south southern
east eastern | west western
left | right
vertical upright | horizontal flat
clockwise | anticlockwise
forward forwards | backward backwards
ascend ascent climb | descend descent
attack | defend defence
hide conceal cover | show reveal expose uncover disclose
appear emerge | disappear vanish
remember recall | forget
pass passed | fail failed
present attend attended | absent miss missed
employ hire recruit appoint | dismiss fire sack lay-off redundant
join unite merge combine | leave split separate divide
connect attach fasten tie | disconnect detach unfasten loosen untie
tighten | loosen
push | pull
freeze | thaw melt
sink | float
fill | drain empty
lock | unlock
switch-on turn-on activate enable | switch-off turn-off deactivate disable
encourage urge promote advise invite | discourage deter warn prevent
agree consent concur | disagree dissent object differ
like love enjoy prefer | dislike hate detest
trust believe | distrust doubt disbelieve
optimistic hopeful confident | pessimistic doubtful
pleased happy satisfied glad content | displeased unhappy dissatisfied upset angry disappointed
proud | ashamed
brave | afraid cowardly
calm | nervous excited
friendly | hostile unfriendly
polite | rude
guilty convicted condemned | innocent acquitted cleared
convict condemn | acquit clear
deliberate intentional purposely | accidental accidentally unintentional
correct right accurate true | incorrect wrong inaccurate false
equal same identical alike | unequal different
similar | different dissimilar
together jointly | separately apart alone individually
single one sole | double several multiple many
singular | plural
profit gain surplus | loss deficit
income earnings revenue | expenditure spending costs
credit deposit pay-in | debit withdraw
rise growth | fall decline
import | export
supply | demand
gross | net
domestic inland native local | foreign overseas abroad
rural country | urban city
raw uncooked | cooked boiled fried baked
fresh | stale rotten tinned dried frozen
natural real genuine original | artificial fake false copy synthetic
ancestor | descendant
predecessor | successor
precede | follow
teacher | pupil student
employer | employee worker
landlord owner | tenant
buyer purchaser customer | seller vendor supplier
lender creditor | borrower debtor
plaintiff claimant | defendant
host | guest visitor
doctor nurse | patient
driver | passenger
adult | child infant
senior | junior
professional | amateur
expert | novice beginner layman
majority | minority
friend ally | enemy opponent rival
victory | defeat
peace | war
war | peacetime
offence attack | defence
quantity | quality
theory | practice
advantage benefit merit strength | disadvantage drawback flaw weakness
cause | effect
question | answer
entrance entry | exit
roof ceiling | floor
head top | foot bottom tail
front bow | back rear stern
port | starboard
coastal | inland
shore land | sea
liquid | solid gas
active awake | inactive passive asleep dormant extinct
visible | invisible hidden
literate | illiterate
conscious | unconscious
mobile moving | still stationary
manual hand | automatic machine
digital electronic online | analogue paper printed
online | offline
wired | wireless
spoken oral verbal | written
formal official | informal unofficial
legal lawful | illegal unlawful
valid | invalid expired
eligible entitled qualified | ineligible disqualified barred
refundable | non-refundable
reversible | irreversible
edible | poisonous inedible
dominant | recessive
convex | concave
even | odd
positive | negative
plus | minus
odd | even
`;
