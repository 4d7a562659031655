/**
 * Nouns by kind: things of one line exclude one another, so that an answer that has one of them where its source has
 * another one says something else. `=` joins what may be called by either name. A `~` leads to
 * what an answer may speak of although its source only implies it. Everyday English, no terms of a field.
 */
export const kindWords = `
head=skull neck shoulder=collarbone elbow wrist hand finger thumb chest=rib=ribs hip=pelvis knee leg=thigh=calf ankle foot=feet=heel toe groin hamstring spine
stomach=gut kidney liver heart lung brain bowel bladder skin eye ear nose mouth throat tooth=teeth tongue bone joint muscle vein
~ mother father sister brother daughter son aunt uncle grandmother grandfather niece nephew cousin husband wife=widow neighbour
doctor=physician=gp=surgeon nurse dentist pharmacist midwife physiotherapist optician paramedic psychologist radiographer anaesthetist vet social-worker
lawyer=solicitor=barrister=attorney judge accountant=bookkeeper auditor architect notary surveyor banker broker
teacher=schoolmaster engineer carpenter=joiner plumber electrician bricklayer=mason baker butcher grocer brewer fisherman farmer shepherd gardener miller blacksmith=smith tailor weaver cobbler=shoemaker barber=hairdresser cook=chef waiter soldier sailor pilot=airman postman policeman=police fireman=firefighter priest=vicar=parson bishop publican=innkeeper merchant=trader miner
poet novelist composer actor=actress photographer journalist=reporter painter sculptor dancer singer conductor
botanist geologist chemist physicist astronomer historian archaeologist zoologist mathematician linguist economist
~ captain lieutenant sergeant colonel admiral corporal
wood=timber=wooden=oak=pine stone=granite=limestone=sandstone=slate brick concrete=cement steel iron copper brass bronze silver gold lead tin zinc aluminium glass plastic=polythene=nylon rubber silicone leather cotton wool=woollen silk linen cardboard=paper ceramic=porcelain=earthenware clay marble straw wax plaster canvas
oak ash beech birch elm maple pine fir spruce willow poplar chestnut yew alder hazel
rose lily tulip orchid daisy violet iris poppy daffodil heather gentian saxifrage
wheat barley oats=oat rye maize=corn rice potato=potatoes carrot onion cabbage radish lettuce tomato=tomatoes cucumber pea bean lupin leek garlic pumpkin=squash spinach beetroot clover
apple pear plum cherry peach apricot grape strawberry raspberry blackberry orange lemon banana fig
milk tea coffee beer=ale wine cider juice whisky brandy gin rum lemonade
bread cheese butter egg honey sugar salt pepper vinegar flour cake soup chocolate fruit=apple=pear=banana vegetables=vegetable nuts=nut
dog=hound=puppy cat=kitten horse=pony=mare cow=cattle sheep=lamb=ewe goat pig hen=chicken duck goose=geese swan rabbit=hare mouse=mice rat fox=foxes wolf=wolves bear deer seal whale dolphin bat frog toad snake otter badger squirrel hedgehog mink
gull=seagull puffin eagle hawk falcon owl crow raven robin sparrow swallow heron tern guillemot petrel pigeon
herring cod salmon trout tuna mackerel eel crab lobster shrimp=prawn krill squid mussel oyster sardine haddock
bee wasp ant beetle butterfly=butterflies moth mosquito spider aphid slug snail
diabetes cancer asthma stroke epilepsy dementia malaria measles flu=influenza pneumonia tuberculosis cholera typhoid diphtheria smallpox arthritis
~ headache fever cough rash nausea=vomiting diarrhoea constipation dizziness=vertigo bleeding=haemorrhage swelling itching insomnia thrombosis=clot=clots
~ kitchen bathroom bedroom cellar=basement attic=loft balcony garage garden yard=courtyard corridor lobby=foyer classroom laboratory canteen workshop
church=chapel=cathedral=abbey school=academy hospital=infirmary=clinic library museum theatre cinema station hotel=inn=hostel factory=mill brewery=distillery prison=gaol=jail castle=fort bakery farm=farmhouse barn warehouse=depot lighthouse pub=tavern supermarket pharmacy university mosque synagogue temple gallery barracks
~ car=automobile bus=coach lorry=truck van tram train bicycle=bike=cycle motorcycle=motorbike=moped ship=steamer=vessel ferry barge canoe=kayak yacht aeroplane=plane=aircraft helicopter tractor taxi=cab sledge=sleigh drone horseback=horse foot launch
~ email=e-mail phone=telephone=call fax post=letter newspaper=paper magazine=journal video=film=footage photograph=photo=picture painting drawing=sketch map poster leaflet=brochure radio=broadcast television=tv book=novel=textbook website=online sms
piano violin=fiddle cello flute trumpet drum guitar harp clarinet oboe bassoon trombone accordion
theodolite sextant compass barometer thermometer telescope=binoculars microscope chronometer
hammer saw screwdriver spanner=wrench chisel drill knife=knives scissors axe spade=shovel rake hoe brush tweezers pliers
~ chair=armchair desk bed shelf=shelves cupboard=cabinet=wardrobe sofa=couch bench stool lamp mirror carpet=rug curtain mattress drawer
~ coat=jacket hat=cap=bonnet shirt=blouse trousers skirt shoe boot sock=stocking glove=mitten scarf belt apron gown helmet goggles=spectacles=glasses
~ flood=flooding storm=gale=hurricane earthquake=quake landslide=rockslide=rockfall avalanche drought frost fog=mist hail lightning fire=blaze explosion collision
~ coal petrol=gasoline diesel solar nuclear hydrogen peat paraffin=kerosene
~ mathematics physics chemistry biology history geography latin greek law medicine theology philosophy engineering
marketing finance sales legal procurement=purchasing personnel=hr it logistics compliance security
~ football=soccer rugby cricket tennis golf hockey swimming=breaststroke cycling running=jogging sailing skiing chess climbing dancing gymnastics yoga
~ river=stream=brook lake=pond=reservoir sea=ocean mountain=peak=hill valley forest=woods=woodland island coast=shore=beach marsh=bog=swamp desert cave canal harbour=port bridge tunnel railway footpath=path quarry mine glacier
~ roof wall floor ceiling door window gate fence=railing chimney staircase=stairs lift=elevator porch gutter
~ engine wheel brake mast sail rudder oar keel anchor hull deck tyre windscreen
~ breakfast lunch=luncheon dinner=supper
~ bottle jar barrel=cask basket bucket=pail bowl envelope sack=bag crate=box
server database router printer laptop=notebook keyboard monitor=screen battery=batteries sensor camera microphone headset
~ comma semicolon tab colon hyphen
~ passport invoice receipt visa licence=permit
~ dust rust mould=mildew ice snow mud ash soot
~ soap bleach alcohol vinegar acid=lemon paint=varnish glue=adhesive
~ elderly=old young=youth disabled=handicapped pregnant unemployed=jobless homeless retired=pensioner
nitrogen oxygen hydrogen carbon sulphur=sulfur ozone ammonia methane phosphorus phosphate nitrate
ammunition=gun rifle=gun pistol=gun sword spear arrow=arrowhead bow cannon
paracetamol ibuprofen aspirin codeine penicillin morphine insulin
~ earring=earrings necklace ring bracelet brooch crown medal cup=trophy shield
~ blood urine saliva sweat tears stool
tent hut=cabin shed caravan cottage bungalow villa igloo
fork spoon plate cup=mug saucer saucepan=pan kettle oven=stove fridge=refrigerator freezer dishwasher toaster teapot
~ mayor minister president chairman treasurer clerk ambassador governor
~ king queen duke earl baron prince princess
monk nun abbot friar rabbi imam
theft=burglary=robbery fraud murder arson forgery smuggling bribery perjury
x-ray ultrasound biopsy endoscopy electrocardiogram
ethanol methanol acetone chloroform isopropanol benzene toluene
~ cash cheque voucher
candle torch bulb lantern
almond walnut hazelnut peanut cashew
cinnamon ginger mustard mint basil parsley rosemary thyme saffron
~ army navy police coastguard
~ hearing eyesight=sight=vision
fracture=break sprain burn bruise concussion
virus=viruses bacteria=bacterium fungus=fungi=mould parasite
bolt screw nail rivet hinge washer bracket
sun moon comet asteroid meteor
circle=round square triangle=triangular oval hexagon=hexagonal
gorge waterfall geyser volcano
chicken beef pork lamb veal bacon ham sausage
poem=poetry essay diary=journal memoir=autobiography opera symphony ballet
skull=skeleton coin pottery=pot tooth bead
mosaic fresco tapestry statue=sculpture
waltz tango polka ballet
typhus malaria cholera scurvy dysentery leprosy plague
fungicide insecticide herbicide=weedkiller fertiliser=fertilizer compost manure
cotton jute hemp flax sisal
tobacco opium cannabis
umbrella suitcase handbag=purse wallet rucksack=backpack
ladder scaffold=scaffolding crane pulley forklift
trawler tug=tugboat yacht tanker submarine lifeboat=launch
blinds=blind shutter=shutters curtain awning
toilet=lavatory=wc shower bath=bathtub sink=basin bidet
pillow blanket=quilt=duvet towel mattress sheet
toys=toy doll puzzle balloon kite
lawn hedge orchard vineyard greenhouse=glasshouse allotment
choir orchestra=orchestral band quartet
`;
