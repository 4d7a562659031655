/**
 * Groups of words, with a `|` between them, that may stand for one another in a paraphrase: synonyms, near synonyms,
 * and a word with what it is a kind of. A word may be in several groups; the groups do not join. What stands after a
 * `>` are kinds of the first word, and do not stand for one another.
 */
export const relatedWords = `
abandon desert leave forsake quit relinquish drop | ability capacity capability power skill talent
absent missing away gone | abuse mistreat misuse | accept receive take agree admit
access enter entry admission admittance | accident crash collision mishap incident
accompany escort chaperone join attend with | account record report bill
accurate exact precise correct right true | achieve reach attain accomplish manage succeed
acquire buy purchase get obtain gain takeover | act deed action behave do | active busy working
adapt adjust modify alter tailor change | add append include insert supplement extra additional plus
address speak talk tackle | adequate enough sufficient ample | adjacent next neighbouring beside adjoining near
administer manage run give | admire respect praise | admit confess concede acknowledge accept | adult grown-up
advance early prior beforehand ahead | advantage benefit upside merit plus
adverse negative bad harmful unfavourable | advertise promote publicise announce
advice recommendation guidance counsel tip suggestion | advise recommend suggest counsel urge
affect influence impact hit concern | afford pay | age old year | agency body organisation
agree consent accept approve assent | agreement contract deal treaty pact accord arrangement
aid help assist support | aim goal purpose objective target intend intention plan want seek
air atmosphere ventilate | alarm alert warn siren | alert warn inform notify message | alike similar same equal
allocate assign distribute give allot share | allow permit let enable may can able
almost nearly approximately about | alone single sole only solo | alter change modify adjust vary
alternative other replace substitute option instead | amount sum quantity total figure volume
ancient old historic | anger angry annoy furious upset outrage | animal creature beast livestock
animal > dog cat horse cow sheep pig goat donkey | pet > dog cat
announce declare state say publish reveal unveil | annual yearly year | answer reply respond response
anxious worried nervous afraid concern | appeal challenge request | appear seem look emerge show
applicant candidate | application request apply | apply request ask use submit
appoint name hire nominate elect choose | appraise assess evaluate value | approach method way near come
appropriate suitable right proper fit | approval consent permission agreement
approve authorise agree accept sign endorse permission | area zone region district place part site space
argue claim maintain contend say dispute insist reason | argument dispute quarrel reason case | arm limb
arrange organise plan set schedule order | arrest detain seize | arrive come reach get land
art painting picture sculpture | article piece item paper | ascend climb rise
ask request inquire enquire question query invite | assemble gather meet build construct
assess evaluate judge examine review appraise measure | asset property possession | assist help aid support
association society club group body union | assume suppose presume believe
attach fix fasten join connect stick | attack assault raid strike | attempt try effort seek
attend visit go present | attendance audience visitor spectator crowd | attract draw bring lure appeal
attribute ascribe blame credit owe due | credit recognition | audience spectator viewer listener | audit check inspect examine review
authorise permit allow approve | authority council government power | automatic self | autumn fall
available free offer ready | average mean typical | avoid prevent prevented escape
award prize give grant honour medal | aware know conscious | baby infant newborn child birth
back return rear behind again | backup copy | bad poor awful terrible | bag sack luggage
ban prohibit forbid bar | bank shore lender | bar pub ban | base found foundation basis bottom | basement cellar
battle fight war combat | bear carry stand tolerate | beat defeat win overcome
beautiful pretty lovely attractive | become turn grow | bed sleep
begin start commence open launch first initial | beginner novice newcomer | behaviour conduct act
belief view opinion think | belong own property owner | below under beneath less
benefit help gain profit advantage | bid offer tender | big large great huge vast | bill invoice account
bird > gull puffin chicken hen duck goose owl eagle gannet | birth born | bite eat sting
blame accuse fault responsible criticise | block prevent stop obstruct bar | blood plasma | blow wind gust
board committee plank | boat ship vessel ferry trawler yacht | body corpse organisation | boil cook heat simmer
bomb explosive | book reserve booking volume novel | border boundary edge frontier | bored dull
borrow lend loan | boss manager head chief | bottle container | bottom foot base lower | bound tie oblige
box container carton case crate package | boy child son lad | branch office | brave courage bold
break fracture crack damage split snap interval pause rest | breathe inhale | bridge crossing span
bring carry take fetch deliver cause | broadcast air transmit programme | broken faulty defective damage
build construct erect put | building house structure block premises property | burn fire blaze scorch
burst explode | bury grave burial | business trade company firm commerce shop | busy occupied
buyer purchaser customer | cafe restaurant | call phone telephone name ring summon | camera photograph
campaign drive | cancel call-off scrap drop | cap limit ceiling maximum top | capable able
capacity hold seat room space | capital city money | captain skipper | capture catch seize take
car vehicle drive driver motorist motor | care look tend nurse | career profession work job | careful cautious
cargo freight load | carry bring transport take convey | cash money coin | cast throw | castle fort fortress
catalogue list | catch contract capture get | cause reason lead result trigger bring make produce create behind
caution warn care | celebrate mark party | central middle centre | certain sure | certificate document proof
chair head lead preside | challenge dispute contest question appeal | chance opportunity probability risk
change alter alteration modify switch vary become | charge fee cost bill price demand accuse
charity donate donation | cheap inexpensive low | check examine inspect control verify look
child youngster kid young minor boy girl pupil | choose select pick elect decide prefer choice
church chapel cathedral | citizen resident people inhabitant | city town place
claim say assert maintain state allege demand | class lesson course group category | clean wash wipe rinse clear
clear obvious plain | clever smart intelligent | climb ascend rise | clinic hospital practice surgery
close shut near | clothes clothing garment wear dress | club society association team | coach bus trainer
coast shore seaside | cold cool chilly freeze | collapse fall fail | colleague coworker fellow
collect gather pick fetch | collection set | colour paint hue | comfort console | command order
comment remark say | committee board panel | common usual frequent often shared widespread typical
communicate talk speak contact | community village neighbourhood | company firm business corporation group
compare against | compensate repay damages refund reimburse | compete rival competitor
competition contest tournament rival | complain complaint object grumble
complete finish full whole total entire end | complex complicated | component part | computer laptop machine pc
concern worry about | conclude end finish decide | condition state term requirement | conduct carry lead run
confident sure | confirm verify prove sign | conflict war clash | connect link join | consequence result effect
conserve protect preserve save | consider think regard deem | constant steady stay same | consult ask
consume eat drink use | contact call write touch reach get | contain hold include | contaminate pollute dirty
contest dispute competition | continue go carry keep proceed last | contribute give pay
control check run steer command | convenient handy | convert change turn | convict guilty | convince persuade
cook chef bake boil fry roast prepare | cool chill cold | cooperate collaborate work partner
copy duplicate reproduce | corner angle | correct right fix accurate
cost price charge expense pay worth spend money fee fare | count number total | country nation land state
couple pair two | court judge tribunal | cover include pay extend | covered include apply
crash collision collapse fail | create make produce establish found | crew sailor staff | crime offence
criminal offender | criticise attack condemn slam unhappy displeased | criticism complaint | crop plant harvest
cross over traverse | crowd people spectator | cry weep | cure heal treat | cushion pad
customer client buyer consumer shopper | cut reduce slash trim | cycle bike bicycle
damage harm hurt injure destroy spoil break | danger risk hazard threat | dangerous harmful risky hazardous
data information figure record | date day | deadline limit latest due end | deal agreement cope handle trade
debt owe loan | decay rot | decide choose determine rule judge resolve conclude
decision ruling judgment verdict | decline fall drop reduce | decorate paint | deep depth
defect fault flaw bug | defend protect | defence protection | delay late postpone hold defer slow
delete remove erase | deliberate intentional purpose | deliver bring send supply hand
demand ask require request want | demolish destroy pull knock | demonstrate show prove | demote lower
deny refuse reject | depart leave go set | department ministry office | deploy release roll | deposit pay
describe tell | deserve merit earn | design plan draw | desire want wish
destroy ruin wreck demolish damage burn | detach remove | detail particular | detect find notice discover sense
determine decide set control | develop grow build create form
device machine appliance unit equipment instrument | die death pass perish lose kill
difficult hard tough trouble | difficulty problem trouble hard | dinner meal supper eat | direct straight guide
dirty soiled | disadvantage drawback | disagree differ dissent | disappear vanish lose | disc disk
discontinue stop end | discuss talk debate | disease illness condition infection | disguise camouflage
dismiss sack fire reject send | display show screen exhibit | dispose throw | dispute argument disagree
distance far away | distribute hand give share spread | disturb bother interrupt | divide split share
doctor gp physician medic | document paper form file certificate | dose amount tablet
doubt uncertain unsure question | draw paint pull tie | drink beverage | drink > alcohol coffee tea wine beer
alcohol > wine beer spirits whisky | drive motor travel | drought dry | drown die | drug medicine medication
due owe payable expected | dull dim boring | duty obligation responsible tax | dwell live | eager keen
early soon advance | easy simple | eat consume food feed | effect result impact work influence
elderly old aged older | elect vote choose | electric power | electricity power current mains
eligible qualify entitled | eliminate remove knock | email mail e-mail message | emergency urgent
employee worker staff colleague | employer company firm | employment job work | empty drain bare vacant clear
encourage urge | end finish stop last close expire | endanger danger risk threaten | engage hire | engine motor
enjoy like | enlarge increase big expand | enormous huge large | enrol register join sign
ensure make guarantee see | enter go come into | entire whole all full | entitled eligible right
entrance door gate entry | equipment gear kit device tool | error mistake bug fault fail
essential necessary vital need must important | estate property land | estimate guess reckon
evict remove throw | evidence proof | exam test | examine check inspect look study test | excellent good
except apart | exchange swap trade change | exclude leave | exclusive only | execute run carry | exhausted tired
explain reason | express say | extra additional more | fabric cloth textile material | false wrong
farm agriculture farmer | fast quick speed rapid | feed eat nourish | feel sense | fell cut | female woman girl
ferry boat ship sailing crossing | fever temperature | figure number | flavour taste
flood submerge inundate deluge water | flu influenza | foot walk | forest wood tree | forget miss omit
forward send pass | free release gratis complimentary nothing | frighten scare
fruit > apple pear berry plum cherry orange | function work role | gale wind storm | gallery museum
goal score aim | govern rule | grade mark | grandparent > grandfather grandmother | guarantee warranty promise
guest visitor | half fifty | halt stop end | heart cardiac | holiday vacation leave | home house
horse > pony mare stallion | hotel accommodation inn | immediate instant straight once directly
insect > bee beetle wasp ant mosquito fly | insurer insurance | island isle | jail prison | king monarch
lab laboratory | labour work | lady woman | lawyer solicitor attorney counsel | meat > beef pork lamb chicken
metal > iron steel copper zinc bronze | milk dairy | mix stir blend combine
die death pass perish kill deceased dead fatal late | differ difference different vary unlike distinct
dig excavate unearth | digital electronic online internet web website
diminish fall reduce lessen shrink weaken | disaster catastrophe tragedy | discharge release leave
disclose reveal publish share | discount reduction cheaper less off rebate | dissolve melt
divorce separate split | donate give gift donation present leave | draft version write | drain water empty pump
dry drought | duration long last length time period | dusk evening sunset | dawn sunrise morning
earn pay make receive wage salary | edge side border rim margin | edit change revise
educate teach school train | education school teaching | elevate raise lift | embark board | emit release give
employ hire work job recruit use | enemy opponent foe | energy power electricity fuel | entertain amuse
enthusiasm keen | entitle right qualify allow | escape flee leak avoid | establish found set create start build
exceed more over above beyond | excuse pardon | exempt free excuse | exercise train activity practise
exist live | exit leave out | expand grow extend bigger widen | expect think predict should anticipate due hope
expel remove evict | expensive dear costly price cost | experience suffer have undergo feel
expert specialist professional | expire end run lapse | explode burst | expose reveal
extend long widen prolong stretch renew | extract pull remove take | factory plant mill works | fail break fault
fame famous well-known renowned | family household relative parent home | famine hunger
faulty defective broken fail wrong | favour prefer support back approve | fear afraid worry scare
festival celebration event fair | film movie video | finance fund pay money sponsor | finger hand
fish > cod haddock salmon mackerel trout herring | fit suitable install match well healthy | flat apartment even
float swim | floor storey level ground | flower bloom blossom plant | fly flight plane air | fold bend
food meal eat dish | foreign abroad overseas | forecast predict expect | forever permanent always
former previous ex old once earlier | founder establish create start | fraction part share | fragile weak
fragment piece | frost freeze ice cold | fuel petrol diesel gas | fund pay finance money sponsor
gain get win earn rise | gather collect meet | generate make produce | gentle mild soft | genuine real true
goods product merchandise | government state ministry cabinet | grain > wheat barley corn rye oats
grant give award allow subsidy | grave tomb bury | greet welcome | ground land soil earth floor
group team class | grow rise increase become get cultivate | guard protect watch | guess estimate think
guide lead show | weapon > gun rifle sword | habit custom | hail storm | handle deal treat manage grip
harbour port dock marina quay | harm hurt damage injure bad | harvest crop pick gather | heal cure recover
health medical | height high tall | hide conceal | hike walk | hinder prevent delay | hinge attach
hire rent lease employ | hole gap opening | honour award respect | hope expect want wish | huge large enormous
humid moist damp wet | hunt shoot kill | hurry quick rush | husband spouse partner wife marry wed
idea plan thought | identify recognise name find | ignore disregard overlook neglect | illegal unlawful
impair damage weaken | implement carry do apply | impose fine give | improve better enhance upgrade
inaccurate wrong | incident event accident outage | income earnings revenue pay | independent separate own self
individual person single | infect contaminate | inhabitant resident population people live
inherit leave bequeath | initial first early start | inquiry investigation probe | insist demand maintain
install fit put set | institute institution body | instruct teach order tell
instruction order direction manual | instrument tool device | insure insurance cover policy
intact undamaged unhurt untouched safe | intend plan want mean aim | intense strong | interfere disturb
interior inside | interrupt stop break | interval gap between break every | introduce bring start launch present
invent create develop | invest investment spend put | investigate examine study probe look
issue problem publish release give | item piece thing | journey trip travel voyage drive ride commute
justify reason | keep retain hold store stay continue save maintain | kick shoot | kidney renal
kill die murder dead | label mark name | laboratory lab | lack missing without need no | lake water pond
land ground arrive property | last final continue previous latest | laugh fun | launch start introduce release
lead head run cause result guide first | leak escape drip | lean thin | learn study find discover
lease rent tenancy let | leave go depart quit exit resign | lecture talk | lend loan borrow
liable responsible liability | licence license permit permission | lift raise elevator | light lamp bright
limit cap restrict maximum bound | link connect join | liquid fluid | listen hear | liver hepatic
load burden cargo fill carry | locate find site | location place site spot where | lonely alone | lose miss loss
lot many much | loud noisy | love like | luggage baggage | lung pulmonary | maintain keep service claim
major main large big important | manage run cope lead handle succeed | manner way | manual handbook
manufacture make produce build | manufacturer maker producer | map chart plan | mark sign label
market trade sell shop | marriage marry wed wife husband | match game play
maximum most limit top up full highest | mean average intend | medical health | meet see | member belong
mental psychological | merchant trader seller shopkeeper | merge join combine | message note text
middle centre mid | migrate move | military army | minimum least lowest | ministry department government
minute moment | mirror reflect | mistake error wrong | modern new contemporary
money cash fund finance pay amount sum currency | monitor watch check screen | mood feel
morning a.m. am breakfast | motion move | motive reason | mountain hill peak | move transfer relocate shift go
movement motion | nearby near close local | necessary need essential must required | neck throat
negligent careless neglect | negotiate talk | new recent modern fresh latest | newspaper paper press
night overnight evening dark | nightmare dream | noise sound loud | normal usual regular ordinary standard
notice see spot warn | notify tell inform | obey follow comply | object thing protest oppose
observe watch see follow | obstacle block | occasion time event | occupy live fill | occur happen | odd strange
offence crime | offer give provide propose | official formal | omit leave skip | operate run work surgery
operation surgery | operator run | opponent rival against | oppose against resist object
option choice alternative choose | oral mouth verbal | order sequence | organ body | organise arrange run
origin source begin come | original first | outdoor outside | outskirts edge suburb | overall total
overdue late | overlook miss | owe due pay | own have belong | owner own landlord | pace speed step | pack box
package parcel | page sheet | pain hurt ache sore | painter artist | pair two couple | parcel package
pardon excuse | parent father mother | park garden | participant subject take join attend
participate take join | party guest celebrate | pass go give | passenger traveller rider
passport identity document | patch fix | patient sick | pattern design | pause stop break
pay settle spend fund wage fee cover cost charge reward | payment money sum fee instalment | peak top highest
pen write | penalty fine punish | perfect ideal | perform do play carry | performance show concert
period time term phase | persist last continue | pharmacy chemist | phase stage | photograph photo picture image
physical body | piece part bit | pilot fly | pipe tube | place put location spot lay room
plan intend design scheme project | plane aircraft aeroplane jet | plant grow sow factory | plate dish
pleasant nice | plug socket | poem verse poetry | poet writer | point spot | poison toxic | police officer
policy rule | polite courteous | poll vote survey | pond pool lake | pool swim | popular favourite liked
possess own have | post mail send job | potato spud | pour tip | poverty poor
power electricity strength energy mains | powerful strong | practical useful | practice exercise
predict forecast expect | prefer favour like choose | pregnant expecting | premises building site
prepare ready make get | prescribe give | present now current give gift show | preserve keep | president leader
press push newspaper | prevent stop avoid | previous earlier before former last past | priest clergy vicar
primary main first | principal main | priority first | prison jail | probable likely
problem trouble issue fault | procedure process | process procedure | product good | profit gain earnings
program software application | progress advance | promise pledge undertake commit guarantee word | prompt quick
proof evidence | property house land building belongings | proportion share percentage part
propose suggest offer plan | prosecute sue | protect guard shield safe | provide give offer supply
province region | public open | publication book | publish issue print release appear bring | pull draw tow
punish fine penalty | pupil student | pure clean | pursue follow chase | put place add | quarrel argue
queen monarch | quick fast short | quiet silent calm | railway rail train line | rain wet shower
raise lift increase | rank grade | rare unusual | rash skin | rate speed price | ratio proportion | raw uncooked
reach get arrive achieve | reaction response | real actual true | realise know understand
reason because cause why | reassign move | rebuild reconstruct restore | receive get | recent new late
recognise know identify | record note write log | recover heal well better regain | recycle reuse
reduce cut lower less shrink decrease | refill fill | reform change | refrigerator fridge | refund money back
refuse deny decline | register enrol record sign | regret sorry | regulate control | regulation rule
regulator watchdog | reimburse pay money | relax rest | release free publish | relieve ease
religion faith church | reluctant unwilling | rely depend trust | remain stay leave left
remainder rest left remaining | remedy cure | remember recall memory mind | remote far
remove take eliminate away delete strip | renovate restore repair refurbish | rent lease hire let
repair fix mend service | repay return back | repeat again | replace change take substitute swap successor
report say account tell | reputation name | require need must | research study | resemble like
reserves savings money | reside live | resign leave quit step | resolve solve decide settle fix
respond answer react | responsible duty liable charge | rest remainder break sleep | restaurant cafe
result outcome lead | resume restart continue | retail shop | retire pension leave | retreat withdraw
retrieve get | return back give go | reveal show | revenue income sales turnover | reverse back
review check look | rich wealthy | rid remove | rifle gun | rise go up increase | risk danger chance
rival competitor opponent | river stream | road street | robot machine | rock stone | role part job
room space chamber | rot decay | route way path road | routine usual | row line | royal king queen
rubbish waste | rule regulation | rural country | sad unhappy | safe secure harmless | sail boat | sale sell
same identical equal | save rescue keep | savings money reserve | say tell state mention claim report
scared afraid | scatter spread | schedule plan timetable | scientist researcher | score goal get
sea ocean marine | seal close | search look | seat chair place | second moment | section part
secure safe fasten | seed sow | seek look | senior older | sense feel | separate apart divide split
sequence order | serious severe grave major | session meeting | settle pay resolve | several some
severe bad serious | shape form | share split part portion | sheet page | shoot fire | shop store
shopkeeper shop merchant | short brief little | shortage lack | sibling > brother sister | sick ill
sign signature | signature sign | significant important | silence quiet | similar same like | simple easy
sing song | singer sing vocalist | single one | size big | skip miss | sleep asleep rest | slice cut
slight small | smell odour | soap detergent | soldier army troop | soon early quick | spare free | speech talk
stable steady | stadium ground | steal theft rob | stock share | story tale | submit send hand give | sue court
supermarket shop | supervise watch oversee | supervisor boss | survive live | swallow take | switch turn
computer machine server hardware | fond love like keen enjoy | discard drop throw reject
bike bicycle cycle dismount | tax taxpayer | seat ticket place | together combination combine join
tip point end | instrument device station sensor | illness infection disease condition
vegetable > carrot potato onion leek cabbage garlic | furniture > chair table desk bed
vehicle > car van lorry bus | flower > rose tulip lily orchid
relative > uncle aunt cousin nephew niece grandparent | professional > doctor lawyer engineer
building > church school hospital house hotel | tool > hammer saw spade knife lever
instrument > piano violin organ guitar
`;
