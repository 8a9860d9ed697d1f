package sample

import (
	"fmt"

	"alarife/internal/architecture"
)

func recommendation() *architecture.Architecture {
	m := start("Personalised recommendations", "Recomendaciones personalizadas")
	m.part("users - actor:users", "Users|Usuarios", "clicks, views, purchases|clics, visitas, compras")
	m.part("ingest region analytics "+svc+"AmazonKinesisDataStreams", "Kinesis Data Streams", "event capture|captura de eventos")
	m.part("firehose region analytics "+svc+"AmazonDataFirehose", "Amazon Data Firehose", "delivery to the lake|entrega al lago de datos")
	m.part("lake region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "raw and processed data lake|lago de datos")
	m.part("profiles region database "+svc+"AmazonDynamoDB", "Amazon DynamoDB", "profiles and item catalogue|perfiles y catálogo")
	m.part("train region ai "+svc+"AmazonSageMakerAI", "SageMaker training", "Factorization Machines")
	m.part("artefact region storage "+res+"AmazonSimpleStorageServiceBucketWithObjects", "Amazon S3", "model artefact|artefacto del modelo")
	m.part("endpoint region ai "+svc+"AmazonSageMakerAI", "SageMaker endpoint", "real-time inference|inferencia en tiempo real")
	m.part("api region network "+svc+"AmazonAPIGateway", "Amazon API Gateway", "entry point|punto de entrada")
	strip(m)
	m.flow("users ingest 1 async", "interaction events|eventos de interacción")
	m.flow("ingest firehose 2 async", "stream|flujo")
	m.flow("firehose lake 3 async", "batched events|eventos por lotes")
	m.flow("lake train 4", "training set|datos de entrenamiento")
	m.flow("profiles train 0", "profiles and items|perfiles y artículos")
	m.flow("train artefact 5", "model|modelo")
	m.flow("artefact endpoint 6", "deployment|despliegue")
	m.flow("users api 7", "recommendation request|petición de recomendaciones")
	m.flow("api endpoint 8", "invoke|invocación")
	m.flow("endpoint profiles 9", "read features and items|lee atributos y artículos")
	m.flow("endpoint api 10", "ranked items|artículos ordenados")
	m.flow("api users 11", "recommendations|recomendaciones")
	m.flow("endpoint cw 0", "metrics|métricas")
	return m.a
}

func medical() *architecture.Architecture {
	m := start("Medical image analysis", "Análisis de imágenes médicas")
	m.box("site", "on-premises", "", "Hospital", "Hospital")
	m.box("vpc", "vpc", "region", "VPC", "VPC")
	m.box("zone-a", "zone", "vpc", "Availability Zone a", "Zona de disponibilidad a")
	m.box("private-a", "private-subnet", "zone-a", "Private subnet", "Subred privada")
	m.part("pacs site actor:hospital", "PACS and modalities|PACS y modalidades", "DICOM source|origen DICOM")
	m.part("viewer site actor:client", "Radiologist's viewer|Visor del radiólogo", "interface|interfaz")
	m.part("transfer region migration "+svc+"AWSDataSync", "AWS DataSync", "encrypted transfer|transferencia cifrada")
	m.part("raw region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "images, encrypted with KMS keys|imágenes cifradas con claves de KMS")
	m.part("prep region ai "+svc+"AmazonSageMakerAI", "SageMaker Processing", "normalise, augment|normaliza y aumenta")
	m.part("train region ai "+svc+"AmazonSageMakerAI", "SageMaker training", "CNN on GPU|red convolucional en GPU")
	m.part("artefact region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "model artefact|artefacto del modelo")
	m.part("endpoint-a private-a ai "+svc+"AmazonSageMakerAI", "SageMaker endpoint", "prediction|predicción")
	m.part("review region application-integration "+svc+"AWSStepFunctions", "AWS Step Functions", "expert validation|validación experta")
	strip(m)
	m.flow("pacs transfer 1 async", "DICOM files over TLS|ficheros DICOM por TLS")
	m.flow("transfer raw 2 async", "encrypted objects|objetos cifrados")
	m.flow("raw prep 3", "images|imágenes")
	m.flow("prep raw 4", "prepared images|imágenes preparadas")
	m.flow("raw train 5", "training set|datos de entrenamiento")
	m.flow("train artefact 6", "model|modelo")
	m.flow("artefact endpoint-a 7", "deployment|despliegue")
	m.flow("viewer endpoint-a 8", "image reference|referencia de imagen")
	m.flow("endpoint-a viewer 9", "prediction|predicción")
	m.flow("endpoint-a review 10 async", "low-confidence predictions|predicciones de baja confianza")
	m.flow("review viewer 11 async", "review task|tarea de revisión")
	m.flow("review raw 12 async", "validated labels|etiquetas validadas")
	m.flow("kms raw 0", "data keys")
	return m.a
}

func sentiment() *architecture.Architecture {
	m := start("Social media sentiment", "Sentimiento en redes sociales")
	m.part("social - actor:internet", "Social networks|Redes sociales", "posts|publicaciones")
	m.part("collector region compute "+svc+"AWSLambda", "AWS Lambda", "polling or webhook|sondeo o webhook")
	m.part("firehose region analytics "+svc+"AmazonDataFirehose", "Amazon Data Firehose", "delivery|entrega")
	m.part("raw region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "raw text|texto en bruto")
	m.part("analyse region compute "+svc+"AWSLambda", "AWS Lambda", "clean and classify|limpia y clasifica")
	m.part("comprehend region ai "+svc+"AmazonComprehend", "Amazon Comprehend", "sentiment|sentimiento")
	m.part("search region analytics "+svc+"AmazonOpenSearchService", "Amazon OpenSearch Service", "index and search|índice y búsqueda")
	m.part("bi region analytics", "Amazon Quick Suite", "dashboards|cuadros de mando")
	m.part("team - actor:users", "Brand team|Equipo de marca", "reads dashboards|lee los cuadros de mando")
	strip(m)
	m.flow("social collector 1", "posts|publicaciones")
	m.flow("collector firehose 2 async", "records|registros")
	m.flow("firehose raw 3 async", "raw text|texto en bruto")
	m.flow("raw analyse 4 async", "new object event|aviso de objeto nuevo")
	m.flow("analyse comprehend 5", "text|texto")
	m.flow("comprehend analyse 6", "sentiment|sentimiento")
	m.flow("analyse search 7", "scored documents|documentos puntuados")
	m.flow("analyse raw 0 async", "scored results|resultados puntuados")
	m.flow("raw bi 0", "query through Athena|consulta con Athena")
	m.flow("search bi 8", "dashboards|cuadros de mando")
	m.flow("bi team 9", "")
	return m.a
}

func fraud() *architecture.Architecture {
	m := start("Card fraud detection", "Detección de fraude con tarjeta")
	m.part("pos - actor:mobile", "Payment channel|Canal de pago", "transactions|transacciones")
	m.part("stream region analytics "+svc+"AmazonKinesisDataStreams", "Kinesis Data Streams", "ingest|ingesta")
	m.part("features region analytics "+svc+"AmazonManagedServiceforApacheFlink", "Managed Flink", "windowed features|atributos por ventana")
	m.part("store region ai "+svc+"AmazonSageMakerAI", "SageMaker Feature Store", "online features|atributos en línea")
	m.part("decide region compute "+svc+"AWSLambda", "AWS Lambda", "approve or block|aprueba o bloquea")
	m.part("infer region ai "+svc+"AmazonSageMakerAI", "SageMaker endpoint", "scoring|puntuación")
	m.part("alerts region application-integration "+svc+"AmazonSimpleNotificationService", "Amazon SNS", "immediate notice|aviso inmediato")
	m.part("lake region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "history|historial")
	m.part("train region ai "+svc+"AmazonSageMakerAI", "SageMaker Pipelines", "retraining|reentrenamiento")
	m.part("monitor region ai "+svc+"AmazonSageMakerAI", "Model monitoring|Vigilancia del modelo", "drift|deriva")
	strip(m)
	m.flow("pos stream 1 async", "transaction events|eventos de transacción")
	m.flow("stream features 2 async", "events|eventos")
	m.flow("features store 3", "counts per card, last hour|recuentos por tarjeta, última hora")
	m.flow("pos decide 4", "authorisation request|petición de autorización")
	m.flow("decide store 5", "read features|lee atributos")
	m.flow("decide infer 6", "feature vector|vector de atributos")
	m.flow("infer decide 7", "fraud score|puntuación de fraude")
	m.flow("decide pos 8", "approve or block|aprueba o bloquea")
	m.flow("decide alerts 9 async", "suspicious transaction|transacción sospechosa")
	m.flow("stream lake 10 async", "archive through Firehose|archivo con Firehose")
	m.flow("lake train 11", "labelled history|historial etiquetado")
	m.flow("train infer 12", "new model version|nueva versión del modelo")
	m.flow("infer monitor 13 async", "captured traffic|tráfico capturado")
	m.flow("monitor train 14 async", "drift alarm|alarma de deriva")
	return m.a
}

func exam() *architecture.Architecture {
	m := start("Sentiment API with a fixed address", "API de sentimiento con dirección fija")
	m.box("vpc", "vpc", "region", "VPC 10.0.0.0/16", "VPC 10.0.0.0/16")
	for _, z := range []string{"a", "b"} {
		m.box("zone-"+z, "zone", "vpc", "Availability Zone "+z, "Zona de disponibilidad "+z)
		m.box("public-"+z, "public-subnet", "zone-"+z, "Public subnet", "Subred pública")
		m.box("private-"+z, "private-subnet", "zone-"+z, "Private subnet", "Subred privada")
	}
	m.part("clients - actor:client", "API clients|Clientes de la API", "requests|peticiones")
	for _, z := range []string{"a", "b"} {
		m.part("eip-"+z+" public-"+z+" network "+res+"AmazonEC2ElasticIPAddress", "Elastic IP|IP elástica", "fixed address|dirección fija")
		m.part("nlb-"+z+" public-"+z+" network "+res+"ElasticLoadBalancingNetworkLoadBalancer", "Network Load Balancer", "entry, balances|entrada y reparto")
		m.part("nat-"+z+" public-"+z+" network "+res+"AmazonVPCNATGateway", "NAT gateway", "way out|salida")
		m.part("api-"+z+" private-"+z+" compute "+svc+"AmazonEC2AutoScaling", "EC2 Auto Scaling", "API and model, Spot with base|API y modelo, Spot con base")
	}
	m.part("models region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "model artefacts|artefactos del modelo")
	strip(m)
	for _, z := range []string{"a", "b"} {
		m.flow("clients eip-"+z+" 1", "HTTPS")
		m.flow("eip-"+z+" nlb-"+z+" 2", "one address per zone|una dirección por zona")
		m.flow("nlb-"+z+" api-a 3", "requests to healthy instances|peticiones a instancias sanas")
		m.flow("nlb-"+z+" api-b 3", "requests to healthy instances|peticiones a instancias sanas")
		m.flow("api-"+z+" nat-"+z+" 0", "updates|actualizaciones")
		m.flow("models api-"+z+" 4", "model|modelo")
	}
	return m.a
}

// Large returns an architecture of n components in two zones, with about as
// many flows.
func Large(n int) *architecture.Architecture {
	m := start(fmt.Sprintf("A large platform of %d components", n), fmt.Sprintf("Una plataforma grande de %d componentes", n))
	m.box("vpc", "vpc", "region", "VPC", "VPC")
	for _, z := range []string{"a", "b"} {
		m.box("zone-"+z, "zone", "vpc", "Availability Zone "+z, "Zona de disponibilidad "+z)
		m.box("public-"+z, "public-subnet", "zone-"+z, "Public subnet", "Subred pública")
		m.box("private-"+z, "private-subnet", "zone-"+z, "Private subnet", "Subred privada")
	}
	m.part("users - actor:users", "Users|Usuarios", "requests|peticiones")
	m.part("partners - actor:server", "Partner systems|Sistemas asociados", "batch files|ficheros por lotes")
	for _, z := range []string{"a", "b"} {
		m.part("alb-"+z+" public-"+z+" network "+res+"ElasticLoadBalancingApplicationLoadBalancer", "Application Load Balancer", "entry|entrada")
		m.part("api-"+z+" private-"+z+" compute "+svc+"AmazonEC2AutoScaling", "EC2 Auto Scaling", "API")
		m.part("cache-"+z+" private-"+z+" database "+svc+"AmazonElastiCache", "Amazon ElastiCache", "cache|caché")
		m.part("db-"+z+" private-"+z+" database "+svc+"AmazonAurora", "Amazon Aurora", "orders|pedidos")
		m.flow("users alb-"+z+" 1", "HTTPS")
		m.flow("alb-"+z+" api-"+z+" 2", "requests|peticiones")
		m.flow("api-"+z+" cache-"+z+" 3", "look up|consulta")
		m.flow("api-"+z+" db-"+z+" 4", "read and write|lee y escribe")
	}
	m.part("intake region storage "+svc+"AmazonSimpleStorageService", "Amazon S3", "intake|entrada")
	m.flow("partners intake 5 async", "files|ficheros")
	kinds := [][3]string{
		{"Kinesis Data Streams", "analytics", svc + "AmazonKinesisDataStreams"}, {"AWS Lambda", "compute", svc + "AWSLambda"},
		{"Amazon S3", "storage", svc + "AmazonSimpleStorageService"}, {"AWS Glue", "analytics", svc + "AWSGlue"},
		{"SageMaker training", "ai", svc + "AmazonSageMakerAI"}, {"SageMaker endpoint", "ai", svc + "AmazonSageMakerAI"},
		{"Amazon DynamoDB", "database", svc + "AmazonDynamoDB"}, {"Amazon SNS", "application-integration", svc + "AmazonSimpleNotificationService"},
	}
	last := "intake"
	step := 6
	for i := 0; len(m.a.Components) < n-4; i++ {
		k := kinds[i%len(kinds)]
		id := fmt.Sprintf("part-%d", i)
		m.part(id+" region "+k[1]+" "+k[2], k[0], fmt.Sprintf("part %d|parte %d", i, i))
		from := last
		if i%8 == 0 {
			from = []string{"intake", "api-a", "api-b"}[(i/8)%3]
		}
		m.flow(fmt.Sprintf("%s %s %d", from, id, step), fmt.Sprintf("data set %d|conjunto de datos %d", i, i))
		if i%8 == 5 {
			m.flow(fmt.Sprintf("part-%d %s 0 async", i-3, id), "features|atributos")
		}
		step++
		last = id
	}
	strip(m)
	return m.a
}
