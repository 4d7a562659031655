/** Words that mean much the same in any text, a line each: they are compared as one word. */
export const alikeWords = `
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
