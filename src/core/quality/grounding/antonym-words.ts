/**
 * Words that say the opposite, a line each, the two sides apart by `|`. Other than in `opposite-words`, a word may
 * stand in several lines: "decline" is the opposite of "accept" and of "rise". Words of one side need not mean the same.
 * They are compared by their stems: words whose stem is that of another word ("bitter" and "bit") are left out.
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
begin start open launch resume found | end finish stop close cease conclude halt cancel abandon
build construct erect make create found | destroy demolish dismantle raze stop halt
continue carry-on remain persist stay | stop end cease halt quit leave discontinue
win beat defeat triumph victory | lose loss draw
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
add insert attach fit install include | remove delete detach take-out omit strip uninstall
retain preserve save | lose discard abandon surrender waste
enter arrive join board | leave depart exit quit
arrive arrival | depart departure leave
inside indoors interior inner within internal | outside outdoors exterior outer external
public open shared common | private closed secret confidential
known certain sure clear proven | unknown uncertain unclear doubtful
likely probable | unlikely improbable
safe secure | dangerous unsafe harmful hazardous risky
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
sweet | sour
simple easy straightforward | difficult hard complex complicated
useful helpful effective valuable | ineffective
important significant major serious essential main | unimportant minor trivial insignificant negligible
voluntary optional free | compulsory mandatory obligatory required
temporary provisional interim | permanent final
fixed constant stable steady unchanged | variable changing flexible floating
free unpaid gratis | paid charged fee
rare seldom unusual occasional | common frequent usual often regular
always constantly invariably | never seldom rarely
all every everyone everybody everything both | none nobody nothing neither no-one
most majority many | few minority
more extra additional | less fewer
maximum most ceiling | minimum least floor
male man men boy husband father son brother uncle | female woman women girl wife mother daughter sister aunt
nephew | niece
parent mother father | child son daughter
married | single unmarried divorced
day daytime | night night-time
morning | evening
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
join merge combine | leave split separate divide
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
optimistic confident | pessimistic doubtful
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
fresh | stale rotten dried frozen
natural real genuine original | artificial fake false copy synthetic
ancestor | descendant
predecessor | successor
precede | follow
adult | child infant
senior | junior
professional | amateur
expert | novice beginner layman
friend ally | enemy opponent rival
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
active awake | inactive asleep dormant extinct
visible | invisible hidden
literate | illiterate
conscious | unconscious
mobile moving | still stationary
manual hand | automatic machine
digital electronic online | analogue paper printed
online | offline
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
raise lift boost heighten hoist heightened elevate | lower reduce cut drop decrease
add cost | save spare
add | subtract deduct save
swell expand grow stretch inflate | shrink contract deflate
construct construction build building erection assembly assemble | demolish demolition destruction destroy dismantle disassembly
introduce introduction establish launch found create creation impose adopt | abolish abolition scrap end repeal discontinue withdraw lift withdrawal
severe serious heavy great strong extreme acute grave considerable substantial | slight mild minor light moderate small modest negligible
sound healthy intact good firm undamaged | rotten decayed damaged unsound faulty bad cracked defective
good excellent great outstanding superb successful fine favourable splendid | disastrous poor bad terrible awful dreadful catastrophic unfavourable
best finest favourite | worst poorest
better | worse
dry dried drying | moisten moistened wet soak dampen humidify
plug | unplug
double treble triple quadruple | halve quarter
cover covered include insure | exclude excluded uninsured
cover covered | uncover uncovered
adult grown-up mature | chick child infant juvenile young baby cub immature
emergency urgent exceptional unusual special | ordinary routine normal usual regular
exceed surpass overshoot above over | undershoot below under short
donate give lend gift | sell charge
give hand grant pay award | take withhold deny
give | receive get
send dispatch | receive
lose shed | keep retain gain find win
keep hold retain store | discard lose release throw-away dispose destroy give-up
save rescue | kill destroy lose
carry carried pass passed adopted approved | defeat defeated reject rejected fall
favour | oppose against
favour favourable | oppose unfavourable
support back backing supporter proponent | oppose opposition opponent critic against
allow enable help | prevent stop hinder
help aid assist ease facilitate | hinder hamper impede obstruct
attract draw | repel deter
adhere comply obey follow observe | violate breach break disobey ignore flout
succeed manage | fail
automatic automatically | manual manually hand
separate separately apart | together jointly
tie bind | untie release
fold | unfold
wrap | unwrap
pack | unpack
load | unload
dress | undress
screw | unscrew
block blocked clog | unblock clear free
lock sealed seal locked | unlock open unsealed
seal | break open
freeze frozen | thaw melt defrost
boil | freeze
ignite light lit kindle | extinguish quench put-out
turn-on on start switch-on | off stop
rise ascend climb up | descend fall drop sink
raised | lowered sunk
fill full filled | drain empty emptied
empty vacant unoccupied free | full occupied taken
crowded busy | empty quiet deserted
inhabited occupied | uninhabited abandoned unoccupied vacant
widely | narrowly
long lengthy prolonged | short brief
lengthen extend prolong stretch | shorten curtail cut
far distant remote | near close nearby
farther further | nearer closer
beginning start opening onset outset | end close conclusion finish
first earliest | last latest final
next following subsequent after later | previous preceding prior before earlier last
precede before | follow after
old ancient aged | new modern recent
experienced skilled trained qualified expert | inexperienced unskilled untrained unqualified novice
professional paid | amateur volunteer unpaid
constant steady stable | variable unstable fluctuating
regular | irregular occasional
frequent often frequently | rare seldom rarely infrequently
always | never sometimes
usually mostly normally generally | rarely seldom
mainly mostly chiefly | little partly hardly
many numerous several | few
much | little
plenty plentiful abundant abundance ample | scarce shortage lack want scarcity
surplus excess | shortage deficit shortfall lack
enough sufficient adequate | insufficient inadequate
complete full total entire wholly fully entirely completely | partial partly half incomplete
finished completed done | unfinished incomplete
completed finish complete | begin start
known familiar famous | unknown unfamiliar obscure
clear plain obvious | unclear vague obscure doubtful
clear transparent | cloudy opaque
certain sure definite | uncertain unsure doubtful
prove proven confirm confirmed | disprove disproved unproven refute
admit acknowledge | deny
agreement consensus | disagreement dispute
satisfaction | dissatisfaction
hope | despair fear
optimism | pessimism
confident | doubtful nervous
praise commend | criticise criticism blame
credit | blame
reward | punish penalise
penalty fine | reward bonus
bonus discount | surcharge penalty
discount reduction rebate | surcharge supplement increase
underestimate understate | overestimate overstate exaggerate
undercook | overcook
underpay | overpay
underspend | overspend
minimum smallest least lowest | maximum largest greatest most highest
minimise minimize | maximise maximize
thin slender fine | thick coarse
coarse rough | fine smooth
loose | tight firm
tight tighten | loose loosen slacken
flexible supple | rigid stiff
solid | liquid hollow
dense | sparse thin
weight heavy | light
tough | tender
ripe | unripe green
fresh | stale old
sweet | sour dry
mild | harsh severe spicy strong
gentle gently soft softly | rough roughly hard harsh
quiet quietly | loud loudly
slow slowly gradual gradually | fast quickly quick rapidly rapid suddenly sudden
sudden suddenly abrupt | gradual gradually
punctual prompt promptly | late tardy
advance advanced | delay delayed postpone
accelerate | slow decelerate brake
forward | back backward
advance | retreat
approach | retreat leave
enter entrance | leave exit
inside indoor indoors within | outside outdoor outdoors
inward inbound incoming | outward outbound outgoing
above over | below under beneath underneath
upstairs | downstairs
upstream | downstream
uphill | downhill
left left-hand | right right-hand
coast coastal | inland
landward | seaward
rural village countryside | urban town city
public state | private
domestic national home | foreign international
local | national distant remote
general | specific particular
easy easily | hard difficult
valid | invalid void expired
accept accepted | refuse decline reject
offer | withdraw refuse
invite | exclude
welcome | reject
approve approval | refuse refusal reject rejection
appoint elect hire | dismiss sack remove
promote promotion | demote demotion
marry wed marriage | divorce
birth born | death died
win won | lose lost
profit profitable | loss unprofitable
earn | spend lose
income | expense expenditure
lend loan | borrow
buy purchase | sell sale
deposit | withdrawal withdraw
increase growth rise | decrease decline fall reduction drop
strengthen reinforce | weaken
improve improvement | worsen deterioration deteriorate
upgrade | downgrade
recover recovery | relapse decline
safe safely | dangerous unsafe
harm harmful damage | benefit
toxic poisonous | edible
clean | dirty contaminated
pure | impure contaminated polluted
pollute contaminate | clean purify
genuine authentic real | fake forged false
deliberate deliberately intentionally | accidental accidentally
voluntary | compulsory mandatory forced
free freed release released | imprison capture arrest detain
friend friendly | enemy hostile
learn | forget
teach | learn
reveal disclose publish | conceal hide withhold
spring | autumn fall
warmer hotter | cooler colder
wet rainy | dry
sunny | cloudy overcast
calm | rough stormy windy
connect attach fix | disconnect detach
insert | remove withdraw extract
install fit | remove dismantle uninstall
put place | remove take
include | omit exclude leave-out
opening | closing closure
keep | stop
maintain | abandon neglect
maintain keep preserve | change alter
preserve conserve protect | destroy damage endanger
gather collect | scatter distribute
multiply | divide
direct directly | indirect indirectly
individual individually alone | collective together group jointly
alone | together accompanied
same | reverse opposite
straight | curved bent crooked
flat level | steep hilly
steep | gentle shallow
shiny glossy | matt dull
pointed | rounded blunt
front-facing | rear-facing
odd-numbered | even-numbered
able | unable
reliable | unreliable
popular | unpopular
necessary needed essential | unnecessary superfluous
limited restricted | unlimited unrestricted
limit restrict | widen expand
handwritten | printed typed
online | offline person
remote remotely | local onsite
day-time | night-time
winner | loser runner-up
prey | predator
peak high highest | trough low lowest
roof | floor
summit | foot
primary | secondary
absent absence | present presence attendance
present | absent past
past | future
approve | disapprove
qualify qualified | disqualify disqualified
stop | start continue
employed | unemployed
vaccinated | unvaccinated
armed | unarmed
heated | unheated
named | unnamed anonymous
signed | unsigned
used second-hand | new unused
spent | unspent saved
spend | save
sell | buy donate keep
float | drown
resume restart | pause suspend stop
expire lapse | renew
renew | cancel terminate
extend | end terminate
confirm | cancel
book | cancel
subscribe | unsubscribe cancel
enrol register sign-up | withdraw deregister
upload | download
encrypt | decrypt
compress | decompress expand
accept | block reject
show display | hide
create | delete destroy
write | erase delete
save | delete discard
mount | unmount
prosecute | defend
liable | exempt
exempt | liable subject
taxable | exempt
binding | non-binding
final | provisional interim
unanimous unanimously | divided split
affirm uphold | overturn reverse quash
yes | no
higher | lower
larger bigger greater | smaller
longer | shorter
faster | slower
heavier | lighter
wider broader | narrower
deeper | shallower
thicker | thinner
before until prior | after once following since
during | after before outside
within inside | outside beyond
towards toward into | away
every each all both | no none neither
everywhere | nowhere
still | no-longer
some any many | none no
bury buried | excavate unearth exhume dig
sow plant planted | harvest reap uproot
soften | harden
brighten lighten | darken dim
deepen | fill
thicken | thin dilute
concentrate concentrated | dilute diluted
sharpen | blunt
combine mix blend | separate
gather assemble converge | disperse scatter diverge
found form establish | dissolve disband
repair mend fix restore | damage break
intact unbroken whole | broken damaged
enforce | waive
impose | lift waive
relax ease loosen | tighten toughen
invade advance | withdraw retreat
conquer capture | surrender lose
occupy | vacate
settle | leave
emigrate | immigrate
board embark | alight disembark
land | take-off depart
dive submerge | surface
throw | catch
laugh | cry
obey follow | defy ignore
lead | follow
ask | answer
speak | listen
praise approval admiration | criticism blame condemnation
health healthy | illness ill disease
wealth wealthy prosperity | poverty poor
freedom free | captivity
light brightness | darkness dark
heat warmth | cold
drought dry | flood
expansion | contraction
improvement | deterioration decline
asset | liability
beginner novice | expert professional
generous | mean stingy
lenient lax loose | strict harsh tough
strict stringent | lax lenient loose
cautious cautiously | reckless recklessly
cautious | bold optimistic
modest | boastful lavish ambitious
tidy neat | untidy messy
plain simple | ornate elaborate decorated
busy lively | quiet dull
interesting exciting | boring dull
tense anxious nervous | relaxed calm
eager keen enthusiastic | reluctant indifferent unwilling
enthusiasm | reluctance indifference
grateful | ungrateful
kind | cruel unkind
typical | unusual untypical
normal | abnormal
ordinary | extraordinary special
chronic | acute
benign | malignant
fertile | barren infertile sterile
lush | arid
dense densely thick | sparse sparsely thin
fat | lean thin
crisp | soggy
vivid | faded
pale light | dark
colourful | drab plain
sterile | contaminated
steady stable | shaky unsteady unstable
removable detachable adjustable movable | fixed
brittle fragile delicate | tough sturdy robust strong
sturdy robust | fragile flimsy delicate
durable long-lasting | short-lived
waterproof watertight | leaky permeable
flammable | fireproof non-flammable
soluble | insoluble
acidic acid | alkaline
organic | inorganic synthetic
wild | domestic tame cultivated
native indigenous | exotic foreign introduced
nocturnal | diurnal
resident | migratory visiting
abundant common plentiful | scarce rare
extinct | surviving living
upland highland | lowland
mountainous hilly | flat
accessible | inaccessible remote
central | peripheral outlying
main principal chief | side subsidiary secondary minor
full-time | part-time
secured | unsecured
tentative provisional preliminary | final definite
partial partially partly | total complete completely fully wholly
approximate approximately roughly | exact exactly precisely
vague | precise
explicit explicitly | implicit implicitly
official officially | unofficial unofficially
planned scheduled | unplanned unscheduled spontaneous
expected | unexpected
surprising surprise | predictable expected
continuous continuously | intermittent intermittently
constant continual | occasional intermittent
regular regularly | sporadic sporadically irregularly
adjacent neighbouring | distant
connected attached joined | separate detached
shared joint common | own individual separate private
mutual | one-sided
equal equally | unequal unequally
unique | common
favourable positive | adverse unfavourable negative
beneficial | harmful
effective effectively | ineffective
efficient | inefficient wasteful
profitable | unprofitable loss-making
urgent | trivial
tired weary | rested fresh
hungry | full
sober | drunk
wise sensible | foolish
loyal faithful | disloyal treacherous
humble | proud
happy cheerful glad | sad unhappy gloomy
pleased delighted | annoyed disappointed
calm | angry
openly publicly | secretly privately
well | badly poorly
easily comfortably clearly | narrowly
slightly marginally | greatly considerably sharply significantly substantially
sharply steeply steep | slightly gently gradually gradual
small slight minor | considerable substantial significant large
abroad | home
immediately instantly promptly | eventually later
temporarily | permanently
voluntarily | compulsorily
twice double | half
rising climbing growing | falling declining shrinking
approval consent | disapproval rejection refusal objection
permission | prohibition ban refusal
supporter supporters | opponent opponents critics
welcomed | criticised opposed
outermost | innermost
winning | losing
single-sided | double-sided
locked | unlocked
covered | uncovered open exposed
heated | cooled unheated
boiling | freezing
melt | solidify freeze
evaporate | condense
absorb | release emit repel
flow | ebb
first | second last
past previous | future next
newcomer | veteran
optimist | pessimist
creditworthy | insolvent
solvent | insolvent bankrupt
refund | charge
refunded | forfeited kept
forfeit lose | keep retain
withhold | release pay grant
postpone defer | advance hasten
overdue late | early prompt
punctually | late
exceeded | missed
meet met | miss missed
achieve achieved reach | miss fail
hit | miss
overestimated | underestimated
overloaded | underloaded
above-average | below-average
thousands hundreds | few
all | none some
all every | some none
entire whole | part half
everyone | nobody someone
either | neither
nothing | everything something
nobody | everybody somebody
never | once sometimes often
hardly | easily fully
insufficiently | sufficiently
most | least fewest
largest biggest | smallest
longest | shortest
fastest quickest | slowest
strongest | weakest
heaviest | lightest
cheapest | dearest
nearest closest | farthest furthest
widest broadest | narrowest
deepest | shallowest
warmest hottest | coldest coolest
driest | wettest
busiest | quietest
easiest simplest | hardest
richest | poorest
brightest | darkest dimmest
safest | riskiest
`;
