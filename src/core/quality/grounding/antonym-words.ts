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
cover covered | uncover uncovered bare
adult grown-up mature | chick child infant juvenile young baby cub immature
emergency urgent exceptional unusual special | ordinary routine normal usual regular
exceed surpass overshoot above over | undershoot below under short
donate give lend gift | sell charge
give hand grant pay award | take withhold deny
give | receive get
send dispatch | receive
lose shed | keep retain gain find win
keep hold retain store | discard lose release throw-away dispose destroy give-up
survive live | perish die
save rescue | kill destroy lose
carry carried pass passed adopted approved | defeat defeated reject rejected fall
favour for | oppose against
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
heat warm | cool chill
ignite light lit kindle | extinguish quench put-out
turn-on on start switch-on | off stop
rise ascend climb up | descend fall drop sink
raised | lowered sunk
float | sink
fill full filled | drain empty emptied
empty vacant unoccupied free | full occupied taken
crowded busy | empty quiet deserted
inhabited occupied | uninhabited abandoned unoccupied vacant
wide broad widen | narrow
widely | narrowly
long lengthy prolonged | short brief
lengthen extend prolong stretch | shorten curtail cut
far distant remote | near close nearby
farther further | nearer closer
distant | close
behind | ahead
front | back rear
beginning start opening onset outset | end close conclusion finish
first earliest | last latest final
next following subsequent after later | previous preceding prior before earlier last
precede before | follow after
predecessor | successor
old ancient aged | new modern recent
experienced skilled trained qualified expert | inexperienced unskilled untrained unqualified novice
professional paid | amateur volunteer unpaid
permanent lasting | temporary
temporary | permanent
constant steady stable | variable unstable fluctuating
regular | irregular occasional
frequent often frequently | rare seldom rarely infrequently
always | never sometimes
usually mostly normally generally | rarely seldom
largely mainly mostly chiefly | little partly barely hardly
most majority | few minority
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
confirm | deny
admit acknowledge | deny
admit | deny
agree | disagree
agreement consensus | disagreement dispute
satisfied content pleased happy | dissatisfied unhappy disappointed
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
cheap | expensive
underestimate understate | overestimate overstate exaggerate
undercook | overcook
underpay | overpay
underspend | overspend
minimum smallest least lowest | maximum largest greatest most highest
minimise minimize | maximise maximize
shallow | deep
thin slender fine | thick coarse
coarse rough | fine smooth
loose | tight firm
tight tighten | loose loosen slacken
soft | hard firm
flexible supple | rigid stiff
rigid stiff | flexible
solid | liquid hollow
hollow | solid
dense | sparse thin
heavy | light
weight heavy | light
strong powerful | weak
strength | weakness
tough | tender
ripe | unripe green
raw | cooked
fresh | stale old
sweet | sour bitter dry
mild | harsh severe spicy strong
gentle gently soft softly | rough roughly hard harsh
quiet quietly | loud loudly
slow slowly gradual gradually | fast quickly quick rapidly rapid suddenly sudden
sudden suddenly abrupt | gradual gradually
early | late
punctual prompt promptly | late tardy
advance advanced | delay delayed postpone
hasten | delay
accelerate | slow decelerate brake
forward | back backward
advance | retreat
approach | retreat leave
arrive | leave depart
enter entrance | leave exit
inside indoor indoors within | outside outdoor outdoors
inner | outer
inward inbound incoming | outward outbound outgoing
upper top | lower bottom
above over | below under beneath underneath
upstairs | downstairs
upstream | downstream
uphill | downhill
left left-hand | right right-hand
north northern | south southern
east eastern | west western
coast coastal | inland
landward | seaward
rural village countryside | urban town city
public state | private
private confidential | public
internal | external
domestic national home | foreign international
local | national distant remote
general | specific particular
broad | narrow
simple | complex complicated
easy easily | hard difficult
possible | impossible
legal | illegal
valid | invalid void expired
guilty | innocent
accept accepted | refuse decline reject
offer | withdraw refuse
invite | exclude
welcome | reject
allow let | forbid
approve approval | refuse refusal reject rejection
grant | refuse deny
appoint elect hire | dismiss sack remove
hire employ recruit | fire dismiss
promote promotion | demote demotion
join enter | leave quit
marry wed marriage | divorce
birth born | death died
birth | death
live alive | dead
young | old
youngest | oldest eldest
younger | older elder
male man boy men | female woman girl women
rich | poor
win won | lose lost
victory | defeat
profit profitable | loss unprofitable
earn | spend lose
income | expense expenditure
lend loan | borrow
buy purchase | sell sale
import | export
deposit | withdrawal withdraw
supply | demand
increase growth rise | decrease decline fall reduction drop
strengthen reinforce | weaken
improve improvement | worsen deterioration deteriorate
upgrade | downgrade
recover recovery | relapse decline
heal | worsen
safe safely | dangerous unsafe
harm harmful damage | benefit harmless
benefit | harm damage
toxic poisonous | harmless edible
clean | dirty contaminated
pure | impure contaminated polluted
pollute contaminate | clean purify
natural | artificial synthetic
genuine authentic real | fake forged false
true | false
correct right | incorrect wrong
accurate | inaccurate
deliberate deliberately intentionally | accidental accidentally
voluntary | compulsory mandatory forced
free | paid
free freed release released | imprison capture arrest detain
arrest detain | release free
war | peace
attack | defend
friend friendly | enemy hostile
remember | forget
learn | forget
teach | learn
reveal disclose publish | conceal hide withhold
show | hide
visible | invisible hidden
bright | dark dim dull
light | dark
day | night
morning | evening
sunrise dawn | sunset dusk
summer | winter
spring | autumn fall
hot | cold
warmer hotter | cooler colder
warm | cool
wet rainy | dry
sunny | cloudy overcast
calm | rough stormy windy
connect attach fix | disconnect detach
insert | remove withdraw extract
install fit | remove dismantle uninstall
put place | remove take
include | omit exclude leave-out
import | export
open | close shut
opening | closing closure
continue | stop cease
keep | stop
maintain | abandon neglect
maintain keep preserve | change alter
preserve conserve protect | destroy damage endanger
unite merge | divide split
gather collect | scatter distribute
collect | distribute
multiply | divide
positive | negative
active | inactive passive
direct directly | indirect indirectly
odd | even
single | double multiple married
individual individually alone | collective together group jointly
alone | together accompanied
same identical | different
same | reverse opposite
similar alike | different
vertical | horizontal
straight | curved bent crooked
flat level | steep hilly
steep | gentle shallow
sharp | blunt
smooth | rough
shiny glossy | matt dull
pointed | rounded blunt
front-facing | rear-facing
clockwise | anticlockwise
odd-numbered | even-numbered
eligible | ineligible
able | unable
willing willingly | unwilling reluctant reluctantly
likely | unlikely
stable | unstable
reliable | unreliable
popular | unpopular
important | unimportant minor
useful | useless
necessary needed essential | unnecessary superfluous
required | optional
limited restricted | unlimited unrestricted
limit restrict | widen expand
secret | public open
formal | informal
oral spoken | written
handwritten | printed typed
paper | electronic digital
digital | analogue
wired | wireless
online | offline person
remote remotely | local onsite
day-time | night-time
winner | loser runner-up
majority | minority
prey | predator
predator | prey
debit | credit
gain | loss lose
gain | lose
peak high highest | trough low lowest
ceiling | floor
roof | basement floor
top | bottom
head | tail foot
summit | foot base
start | finish end stop
parent | child
mother | father
son | daughter
brother | sister
husband | wife
senior | junior
upper | lower
major | minor
primary | secondary
maximum | minimum
absent absence | present presence attendance
attend | miss
present | absent past
past | future
obey | disobey
trust | distrust
approve | disapprove
qualify qualified | disqualify disqualified
stop | start continue go
employed | unemployed
vaccinated | unvaccinated
armed | unarmed
married | unmarried
heated | unheated
named | unnamed anonymous
signed | unsigned
used second-hand | new unused
spent | unspent saved
spend | save
sell | buy donate keep
lend | borrow
lose | find
pull | push
float | drown
fast | slow
resume restart | pause suspend stop
suspend | resume
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
enable | disable
allow permit | block
accept | block reject
show display | hide
add | remove
create | delete destroy
insert | delete
write | erase delete
save | delete discard
lock | unlock
mount | unmount
acquit | convict
prosecute | defend
liable | exempt
exempt | liable subject
taxable | exempt
binding | non-binding
final | provisional appealable interim
unanimous unanimously | divided split
affirm uphold | overturn reverse quash
favour | against
yes | no
more | less fewer
most | least
higher | lower
larger bigger greater | smaller
longer | shorter
earlier | later
older | younger
faster | slower
cheaper | dearer
nearer closer | farther further
heavier | lighter
wider broader | narrower
deeper | shallower
thicker | thinner
stronger | weaker
warmer | colder cooler
better | worse
before until prior | after once following since
until | after since
during | after before outside
within inside | outside beyond
up | down
over above | under below
ahead | behind
towards toward into | away
on | off
upwards | downwards
everyone everybody everything all | nobody none nothing
every each all both | no none neither
always | never
everywhere | nowhere
still | no-longer
some any many | none no
`;
